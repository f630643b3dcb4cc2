/** Reads every topic of `knowledge/` with its shape. */
import { join } from 'node:path'
import * as v from 'valibot'
import { Claim } from '../../src/knowledge/claim-schema.ts'
import { Course, CourseQuestion } from '../../src/knowledge/course-schema.ts'
import { FrameSet } from '../../src/knowledge/frame-schema.ts'
import { NutritionCautions } from '../../src/knowledge/nutrition-schema.ts'
import * as plan from '../../src/knowledge/plan-schema.ts'
import { Need, Product, ProductKind } from '../../src/knowledge/product-schema.ts'
import { Professional, Registers } from '../../src/knowledge/professional-schema.ts'
import * as remedy from '../../src/knowledge/remedy-schema.ts'
import * as shape from '../../src/knowledge/schema.ts'
import { Synonyms } from '../../src/knowledge/synonym-schema.ts'
import { readCauses } from './causes.ts'
import { readCrowd } from './crowd.ts'
import { type Entry, type Faults, readEntries, readOne, readTable } from './files.ts'
import { readMedicines } from './medicines.ts'
import { readReach } from './reach.ts'

export type Knowledge = ReturnType<typeof readKnowledge>

/** The fields of every reviewed entry. */
interface Dated {
  readonly compiled: string
  readonly reviewedBy?: 'none' | undefined
  readonly reviewed?: shape.Reviewed | undefined
  readonly nextReview: string
}

/** Everything in `folder`, each entry with its position. Errors are collected, not thrown. */
export function readKnowledge(folder: string, faults: Faults) {
  const at = (name: string) => join(folder, name)
  // Sources that only the crowd cites are not sources of advice, so the app does not include them.
  const allSources = readTable(at('sources'), 'sources', shape.Source, faults)
  const isOfCrowd = (source: Entry<unknown>) => source.at().includes(join('sources', 'crowd.yaml'))
  const sources = allSources.filter(source => !isOfCrowd(source))
  const crowdSources = allSources.filter(isOfCrowd)
  const findings = readTable(at('findings'), 'findings', shape.Finding, faults)
  const redFlags = readEntries(at('red-flags'), shape.RedFlag, faults)
  const gates = readTable(at('gates.yaml'), 'gates', shape.Gate, faults)
  const interview = readOne(at('interview.yaml'), shape.Interview, faults)
  const facts = readTable(at('person-facts'), 'facts', shape.PersonFact, faults)
  const conditions = readOne(at('conditions.yaml'), shape.ConditionMap, faults)
  const tiers = readTable(at('tiers.yaml'), 'tiers', shape.TierAdvice, faults)
  const remedies = readEntries(at('remedies'), remedy.Remedy, faults)
  const exercises = readEntries(at('exercises'), remedy.Exercise, faults)
  const frames = readEntries(at('frames'), FrameSet, faults)
  const plans = readEntries(at('plans'), remedy.PlanTable, faults)
  const openings = readTable(at('openings.yaml'), 'openings', plan.Opening, faults)
  const avoid = readTable(at('avoid.yaml'), 'avoid', plan.Avoid, faults)
  const seekHelp = readTable(at('seek-help.yaml'), 'seekHelp', plan.SeekHelp, faults)
  const afterCramp = readTable(at('after-cramp.yaml'), 'afterCramp', plan.AfterCramp, faults)
  const rhythms = readOne(at('rhythms.yaml'), plan.Rhythms, faults)
  const courses = readEntries(at('courses'), Course, faults)
  const courseQuestions = readTable(at('course-questions.yaml'), 'questions', CourseQuestion, faults)
  const withheld = readTable(at('withheld.yaml'), 'withheld', plan.Withheld, faults)
  const products = readEntries(at('products'), Product, faults)
  const needs = readTable(at('needs.yaml'), 'needs', Need, faults)
  const productKinds = readTable(at('product-kinds.yaml'), 'kinds', ProductKind, faults)
  const professionals = readTable(at('professionals.yaml'), 'professionals', Professional, faults)
  const registers = readTable(at('registers.yaml'), 'registers', Registers, faults)
  const claims = readTable(at('claims'), 'claims', Claim, faults)
  const synonyms = readOne(at('synonyms.yaml'), Synonyms, faults)
  const painkillers = readOne(at('painkillers.yaml'), remedy.Page, faults)
  const urineColours = readOne(at('urine-colours.yaml'), remedy.UrineColours, faults)
  const emergencyNumbers = readOne(at('emergency-numbers.yaml'), remedy.EmergencyNumbers, faults)
  const contacts = readOne(at('contacts.yaml'), shape.Contacts, faults)
  const crisisLines = readOne(at('crisis-lines.yaml'), remedy.CrisisLines, faults)
  const foodCautions = readOne(at('cautions.yaml'), NutritionCautions, faults)
  const medicines = readMedicines(at('medicines'), faults)
  const causes = readCauses(folder, faults)
  const reach = readReach(at('reach.tsv'), faults)
  const crowd = readCrowd(folder, faults)
  const medicalWords = readOne(at('medical-words.yaml'), v.strictObject({ words: v.array(v.string()) }), faults)
  const reviewed: readonly Entry<Dated>[] = [
    ...findings,
    ...redFlags,
    ...facts,
    ...tiers,
    ...remedies,
    ...exercises,
    ...plans,
    ...openings,
    ...avoid,
    ...seekHelp,
    ...afterCramp,
    ...withheld,
    ...courses,
    ...courseQuestions,
    ...medicines.ingredients,
    ...medicines.recognised,
    ...medicines.urgent,
    ...causes.causes,
    ...causes.mimics,
    ...causes.pointers,
    ...claims,
    ...crowd.reviewed,
    ...products,
    ...needs,
    ...productKinds,
    ...professionals,
    ...registers,
    ...[painkillers, urineColours, emergencyNumbers, contacts, crisisLines, foodCautions, medicines.texts].filter(
      entry => entry !== undefined,
    ),
  ]
  const counts = [
    `${findings.length} findings`,
    `${redFlags.length} red flags`,
    `${facts.length} person facts`,
    `${remedies.length} remedies`,
    `${exercises.length} exercises`,
    `${plans.length} plans`,
    `${openings.length + avoid.length + seekHelp.length + afterCramp.length} lines of plans`,
    `${courses.length} courses`,
    `${medicines.ingredients.length} listed medicines`,
    `${medicines.names.length + medicines.registers.length + medicines.everydayNames.length} names of medicines`,
    `${medicines.urgent.length} urgent combinations`,
    `${causes.causes.length} causes`,
    `${causes.mimics.length} mimics`,
    `${claims.length} claims`,
    `${products.length} products`,
    `${crowd.facts.length} facts of the crowd`,
    `${allSources.length} sources`,
  ].join(', ')
  return {
    sources,
    findings,
    redFlags,
    gates,
    interview,
    facts,
    conditions,
    tiers,
    remedies,
    exercises,
    frames,
    plans,
    openings,
    avoid,
    seekHelp,
    afterCramp,
    rhythms,
    withheld,
    courses,
    courseQuestions,
    claims,
    synonyms,
    products,
    needs,
    productKinds,
    professionals,
    registers,
    painkillers,
    urineColours,
    emergencyNumbers,
    contacts,
    crisisLines,
    foodCautions,
    medicines,
    causes,
    reach,
    crowd,
    crowdSources,
    medicalWords,
    reviewed,
    counts,
  }
}
