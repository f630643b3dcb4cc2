/** The words of Unknot. It imports nothing, so that every part may use it; see the table "Words" in ARCHITECTURE.md. */

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

/** The default complaint for a place, before anything else is known. */
export const complaintAt = (region: Region): Complaint => (backRegions.includes(region) ? 'back' : 'cramp')

/** The person's own left and right. */
export const sides = ['left', 'middle', 'right'] as const
export type Side = (typeof sides)[number]

/** `undisclosed` meets what either sex would meet, so that not saying never hides a red flag. */
export const sexes = ['female', 'male', 'undisclosed'] as const
export type Sex = (typeof sexes)[number]

/** Hours since the pain began. */
export const phases = ['0-6', '6-24', '24-48', '48+'] as const
export type Phase = (typeof phases)[number]

export const certainties = ['very-low', 'low', 'moderate', 'high'] as const
export type Certainty = (typeof certainties)[number]

/** The weeks of every course. */
export const courseWeeks = 6

/** When a course asks how it goes: after 48 hours, and at the end of a week. */
export const courseCheckIns = ['hours-48', 'week-1', 'week-2', 'week-4', 'week-6'] as const
export type CourseCheckIn = (typeof courseCheckIns)[number]

/** How it is now, compared with the start of a course. */
export const comparisons = ['better', 'same', 'worse'] as const
export type Comparison = (typeof comparisons)[number]

/** Why a day of a course was left out. */
export const skipReasons = ['tired', 'pain', 'busy', 'unwell', 'other'] as const
export type SkipReason = (typeof skipReasons)[number]

/** The effect of an excluding fact on a remedy. */
export const cautionActions = ['withhold', 'limit', 'variant', 'ask-professional', 'same-day', 'emergency'] as const

/** The kinds of finding. A pattern is a look-alike, shown beside the red flag that it could be mistaken for. */
export const findingKinds = ['symptom', 'history', 'medicine', 'exposure', 'pattern'] as const

/** Whom to turn to, if not the usual doctor or health line. */
export const contacts = [
  'staff',
  'treating-team',
  'maternity',
  'dialysis-unit',
  'sickle-cell-team',
  'rheumatology',
  'surgeon',
  'crisis-line',
] as const
export type Contact = (typeof contacts)[number]

/** How far an entry's evidence was checked. It never means that a source states our tier. */
export const evidenceStatuses = [
  'source-text-seen',
  'published-vignette-seen',
  'secondary-copy-seen',
  'memory',
] as const

/** The nutrients with a target. */
export const nutrients = ['potassium', 'magnesium', 'calcium', 'vitamin-d', 'zinc'] as const
export type Nutrient = (typeof nutrients)[number]

/** The measures of a device or another diary, with their units. */
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

/** The columns of the food table, per 100 g, in order. */
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

/** What a food may contain that some people must avoid. */
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

/** When something is eaten, in the order of a day. */
export const mealTimes = ['breakfast', 'lunch', 'dinner', 'snack', 'drink'] as const
export type MealTime = (typeof mealTimes)[number]

/** The effect of a nutrition caution on advice. */
export const nutritionActions = ['hold', 'ask', 'space', 'note'] as const
export type NutritionAction = (typeof nutritionActions)[number]

/** Is `a` more urgent than `b`? */
export const isAbove = (a: Tier, b: Tier): boolean => tiers.indexOf(a) > tiers.indexOf(b)

/** The more urgent of the two. */
export const higher = (a: Tier, b: Tier): Tier => (isAbove(b, a) ? b : a)

/** What the evidence says about a claim, from the farthest from true. */
export const verdicts = ['wrong', 'unsupported', 'contested', 'partly', 'supported'] as const
export type Verdict = (typeof verdicts)[number]

/** The possible harm to a person who acts on a claim as it is told, from the least. */
export const harms = ['none', 'low', 'medium', 'high'] as const
export type Harm = (typeof harms)[number]

/** A reviewing clinician's verdict on an entry: right as it is, right except for a change, or wrong. */
export const reviewVerdicts = ['agree', 'change', 'disagree'] as const

/** The specialties of reviewers, each with its own part of the list. */
export const specialties = ['emergency', 'physiotherapy', 'pharmacy'] as const
export type Specialty = (typeof specialties)[number]

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
  'folk-remedies',
  'scans-and-treatments',
  'daily-life',
  'food-and-drink',
  'pregnancy-and-sport',
  'about-the-article',
] as const
export type ClaimTopic = (typeof claimTopics)[number]

/** Where a name of a medicine is used. Registers: UK, US, CA. From memory: Australia, India, the rest of Europe. */
export const nameRegions = ['UK', 'US', 'CA', 'AU', 'IN', 'EU'] as const
export type NameRegion = (typeof nameRegions)[number]

export const nameKinds = ['ingredient', 'brand', 'group', 'nickname'] as const

/** own: an ingredient's own name. register: seen in a register with its ingredients. memory: neither. */
export const nameChecks = ['own', 'register', 'memory'] as const

export const substanceKinds = ['medicine', 'supplement', 'food'] as const
export type SubstanceKind = (typeof substanceKinds)[number]
