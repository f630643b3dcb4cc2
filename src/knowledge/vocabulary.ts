/** The words of Unknot. Imports nothing, so that every part may use it; see the table "Words" in ARCHITECTURE.md. */

/** Back pain or a back spasm; a cramp anywhere else. */
export const complaints = ['back', 'cramp'] as const
export type Complaint = (typeof complaints)[number]

/** From the least to the most urgent: the index is the rank. */
export const tiers = ['self-care', 'routine', 'soon', 'same-day', 'emergency'] as const
export type Tier = (typeof tiers)[number]

/** The places of the body map, from the top down. */
export const regions = [
  'neck',
  'upper back',
  'mid back',
  'low back',
  'buttock',
  'ribs',
  'abdomen',
  'hand',
  'forearm',
  'front thigh',
  'hamstring',
  'inner thigh',
  'calf',
  'shin',
  'foot',
] as const
export type Region = (typeof regions)[number]

const backRegions: readonly Region[] = ['neck', 'upper back', 'mid back', 'low back', 'buttock']

/** What pain at a place is taken for before anything else is known. */
export const complaintAt = (region: Region): Complaint => (backRegions.includes(region) ? 'back' : 'cramp')

/** The person's own left and right. */
export const sides = ['left', 'middle', 'right'] as const
export type Side = (typeof sides)[number]

/** `undisclosed` meets what either sex would meet: not saying never hides a red flag. */
export const sexes = ['female', 'male', 'undisclosed'] as const
export type Sex = (typeof sexes)[number]

/** Hours since the pain began. */
export const phases = ['0-6', '6-24', '24-48', '48+'] as const
export type Phase = (typeof phases)[number]

export const certainties = ['very-low', 'low', 'moderate', 'high'] as const
export type Certainty = (typeof certainties)[number]

/** What a fact that excludes a remedy does to it. */
export const cautionActions = ['withhold', 'limit', 'variant', 'ask-professional', 'same-day', 'emergency'] as const

/** The kinds of finding. A pattern is a look-alike: it stands beside the red flag it could be taken for. */
export const findingKinds = ['symptom', 'history', 'medicine', 'exposure', 'pattern'] as const

/** How far an entry's evidence was checked; never that a source states our tier. */
export const evidenceStatuses = [
  'source-text-seen',
  'published-vignette-seen',
  'secondary-copy-seen',
  'memory',
] as const

/** The nutrients a person has a target for. */
export const nutrients = ['potassium', 'magnesium', 'calcium', 'vitamin-d', 'zinc'] as const
export type Nutrient = (typeof nutrients)[number]

/** What a device or another diary measures, with its unit. */
export const measures = [
  'steps',
  'sleep-minutes',
  'magnesium-mg',
  'potassium-mg',
  'calcium-mg',
  'sodium-mg',
  'zinc-mg',
  'vitamin-d-ug',
] as const

/** What the table of foods says of each food, for 100 g, in the order of its columns. */
export const contents = [
  'energy',
  'protein',
  'fat',
  'carbohydrate',
  'fibre',
  'sodium',
  ...nutrients,
  'water',
  'caffeine',
  'alcohol',
] as const
export type Content = (typeof contents)[number]

export const lifeStages = ['none', 'pregnancy', 'lactation'] as const
export type LifeStage = (typeof lifeStages)[number]

/** The sets of targets. */
export const references = ['us-canada', 'efsa'] as const
export type Reference = (typeof references)[number]

/** What a food may contain that somebody must avoid. */
export const avoidables = [
  'dairy',
  'lactose',
  'gluten',
  'nuts',
  'sesame',
  'fish',
  'shellfish',
  'egg',
  'soy',
  'pork',
  'meat',
  'alcohol',
] as const
export type Avoidable = (typeof avoidables)[number]

export const diets = ['vegan', 'vegetarian', 'omnivore'] as const
export type Diet = (typeof diets)[number]

export const foodGroups = [
  'fruit',
  'vegetables',
  'grains',
  'dairy-eggs',
  'meat',
  'fish',
  'legumes-nuts',
  'fats',
  'sweets',
  'snacks',
  'drinks',
  'condiments',
  'herbs-spices',
  'mixed',
] as const
export type FoodGroup = (typeof foodGroups)[number]

/** What a nutrition caution does to advice. */
export const nutritionActions = ['hold', 'ask', 'space', 'note'] as const
export type NutritionAction = (typeof nutritionActions)[number]

/** Is `a` more urgent than `b`? */
export const isAbove = (a: Tier, b: Tier): boolean => tiers.indexOf(a) > tiers.indexOf(b)

/** The more urgent of the two. */
export const higher = (a: Tier, b: Tier): Tier => (isAbove(b, a) ? b : a)

/** What the evidence says of a claim, from the farthest from true. */
export const verdicts = ['wrong', 'unsupported', 'contested', 'partly', 'supported'] as const
export type Verdict = (typeof verdicts)[number]

/** What may happen to somebody who acts on a claim as it is told, from the least. */
export const harms = ['none', 'low', 'medium', 'high'] as const
export type Harm = (typeof harms)[number]

export const claimTopics = [
  'spasms',
  'cramps',
  'causes',
  'rest',
  'heat-and-cold',
  'stretching',
  'magnesium',
  'vitamins-and-minerals',
  'medicines',
  'professionals',
  'products',
] as const
export type ClaimTopic = (typeof claimTopics)[number]
