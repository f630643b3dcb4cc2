/** Reads every topic of `knowledge/` in its own shape. */
import { join } from 'node:path'
import * as v from 'valibot'
import { Claim } from '../../src/knowledge/claim-schema.ts'
import { FrameSet } from '../../src/knowledge/frame-schema.ts'
import { NutritionCautions } from '../../src/knowledge/nutrition-schema.ts'
import { Need, Product } from '../../src/knowledge/product-schema.ts'
import { Professional, Registers } from '../../src/knowledge/professional-schema.ts'
import * as remedy from '../../src/knowledge/remedy-schema.ts'
import * as shape from '../../src/knowledge/schema.ts'
import { readCauses } from './causes.ts'
import { type Entry, type Faults, readEntries, readOne, readTable } from './files.ts'
import { readMedicines } from './medicines.ts'

export type Knowledge = ReturnType<typeof readKnowledge>

/** Everything in `folder`, each entry with the place it came from. Faults are collected, not thrown. */
export function readKnowledge(folder: string, faults: Faults) {
  const at = (name: string) => join(folder, name)
  const sources = readTable(at('sources'), 'sources', shape.Source, faults)
  const findings = readTable(at('findings'), 'findings', shape.Finding, faults)
  const redFlags = readEntries(at('red-flags'), shape.RedFlag, faults)
  const categories = readTable(at('categories.yaml'), 'categories', shape.Category, faults)
  const interview = readOne(at('interview.yaml'), shape.Interview, faults)
  const facts = readTable(at('person-facts'), 'facts', shape.PersonFact, faults)
  const conditions = readOne(at('conditions.yaml'), shape.ConditionMap, faults)
  const tiers = readTable(at('tiers.yaml'), 'tiers', shape.TierAdvice, faults)
  const remedies = readEntries(at('remedies'), remedy.Remedy, faults)
  const exercises = readEntries(at('exercises'), remedy.Exercise, faults)
  const frames = readEntries(at('frames'), FrameSet, faults)
  const plans = readEntries(at('plans'), remedy.PlanTable, faults)
  const products = readEntries(at('products'), Product, faults)
  const needs = readTable(at('needs.yaml'), 'needs', Need, faults)
  const professionals = readTable(at('professionals.yaml'), 'professionals', Professional, faults)
  const registers = readTable(at('registers.yaml'), 'registers', Registers, faults)
  const claims = readTable(at('claims'), 'claims', Claim, faults)
  const painkillers = readOne(at('painkillers.yaml'), remedy.Page, faults)
  const urineColours = readOne(at('urine-colours.yaml'), remedy.UrineColours, faults)
  const emergencyNumbers = readOne(at('emergency-numbers.yaml'), remedy.EmergencyNumbers, faults)
  const foodCautions = readOne(at('cautions.yaml'), NutritionCautions, faults)
  const medicines = readMedicines(at('medicines'), faults)
  const causes = readCauses(folder, faults)
  const medicalWords = readOne(at('medical-words.yaml'), v.strictObject({ words: v.array(v.string()) }), faults)
  const reviewed: readonly Entry<{ readonly nextReview: string }>[] = [
    ...findings,
    ...redFlags,
    ...facts,
    ...tiers,
    ...remedies,
    ...exercises,
    ...plans,
    ...medicines.ingredients,
    ...medicines.recognised,
    ...medicines.urgent,
    ...causes.causes,
    ...causes.mimics,
    ...causes.pointers,
    ...claims,
    ...products,
    ...needs,
    ...professionals,
    ...registers,
    ...[painkillers, urineColours, emergencyNumbers, foodCautions].filter(entry => entry !== undefined),
  ]
  const counts = [
    `${findings.length} findings`,
    `${redFlags.length} red flags`,
    `${facts.length} person facts`,
    `${remedies.length} remedies`,
    `${exercises.length} exercises`,
    `${plans.length} plans`,
    `${medicines.ingredients.length} listed medicines under ${medicines.names.length} names`,
    `${medicines.urgent.length} urgent combinations`,
    `${causes.causes.length} causes`,
    `${causes.mimics.length} mimics`,
    `${claims.length} claims`,
    `${products.length} products`,
    `${sources.length} sources`,
  ].join(', ')
  return {
    sources,
    findings,
    redFlags,
    categories,
    interview,
    facts,
    conditions,
    tiers,
    remedies,
    exercises,
    frames,
    plans,
    claims,
    products,
    needs,
    professionals,
    registers,
    painkillers,
    urineColours,
    emergencyNumbers,
    foodCautions,
    medicines,
    causes,
    medicalWords,
    reviewed,
    counts,
  }
}
