/** What other capabilities may use of this one. */

/** The report as text, with the parts that the person wants in it. Everything of it is loaded only now. */
export async function reportTextNow(): Promise<string> {
  const [{ readMedicineNames, reportNow }, { reportText }] = await Promise.all([
    import('./report-now.ts'),
    import('../../report/text.ts'),
  ])
  await readMedicineNames()
  const made = reportNow.value
  return made === undefined ? '' : reportText(made, { isDetailed: false })
}
