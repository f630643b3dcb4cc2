/**
 * The styles of the page: paper in print, a reflowing sheet on a screen. It uses the app's colours if available. In
 * print everything is black on white, because most printers are.
 */
import type { Paper } from './paper.ts'

const sizes: Readonly<Record<Paper, string>> = { a4: 'A4', letter: 'letter' }

/** CSS for `reportPage`; `paper` is the default of the print dialog. */
export const pageStyle = (paper: Paper): string => `
@page { size: ${sizes[paper]} portrait; margin: 10mm 12mm 12mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #000; vertical-align: top; padding-top: 2mm; } }
.report {
  --dark: var(--ink, #111);
  --pale: var(--ink-2, #555);
  --hair: var(--edge, #888);
  --ground: var(--surface, #fff);
  color: var(--dark);
  font-family: "Atkinson Hyperlegible Next", system-ui, "Helvetica Neue", Arial, sans-serif;
  font-size: 1rem;
  line-height: 1.35;
  overflow-wrap: break-word;
}
.report .report-sheet { background: var(--ground); max-width: 52rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2.5rem); }
.report .report-sheet + .report-sheet { margin-top: 1.5rem; }
.report h1, .report h2, .report h3, .report p, .report ul, .report ol, .report figure, .report dl, .report dd { margin: 0; max-width: none; }
.report h1 { font-size: 1.5em; line-height: 1.2; font-weight: 700; }
.report h2 { font-size: 1.125em; line-height: 1.25; font-weight: 700; margin-bottom: 0.3em; }
.report h3 { font-size: 1em; font-weight: 700; }
.report .report-who { border-bottom: 2px solid var(--dark); padding-bottom: 0.6em; }
.report .report-who h1 { margin-block: 0.1em 0.25em; }
.report .report-note { color: var(--pale); font-size: 0.9375em; }
.report .report-part { margin-top: 1em; }
.report .report-sheet > .report-part.report-warning-signs { box-sizing: border-box; border: 2px solid var(--dark); border-radius: 0.4em; padding: 0.6em 0.8em; }
.report .report-part > * + p, .report .report-part > p + *, .report .report-part > * + .report-note { margin-top: 0.3em; }
.report footer { margin-top: 1em; border-top: 1px solid var(--hair); padding-top: 0.4em; }
.report table { border-collapse: collapse; inline-size: 100%; font-size: 1em; }
.report th, .report td { text-align: start; vertical-align: top; padding: 0.15em 0.7em 0.15em 0; font-weight: 400; border: 0; white-space: normal; }
.report td:last-child, .report th:last-child { padding-inline-end: 0; }
.report thead th { color: var(--pale); font-size: 0.9375em; border-bottom: 1px solid var(--hair); }
.report tbody tr + tr > * { border-top: 1px solid color-mix(in srgb, var(--hair) 45%, transparent); }
.report tbody th { font-weight: 600; }
.report .report-tried :is(td, thead th) { white-space: nowrap; }
.report .report-tried thead th:last-child { letter-spacing: -0.01em; }
.report .report-detail > .report-who > h2 { font-size: 1.25em; margin-block: 0.1em 0.25em; }
.report .report-detail h3 { font-size: 1.0625em; margin-bottom: 0.2em; }
.report .report-cent dt, .report .report-cent dd { display: inline; }
.report .report-cent dt::after { content: ". "; }
.report .report-cent dd::after { content: " "; }
.report .report-tier { white-space: nowrap; }
.report .report-tier.is-emergency, .report .report-tier.is-same-day { border: 1.5px solid currentColor; border-radius: 0.25em; padding: 0 0.3em; }
.report .report-tier.is-emergency { text-transform: uppercase; letter-spacing: 0.02em; }
.report ul, .report ol { padding-inline-start: 1.2em; }
.report ul { list-style: disc; }
.report ol { list-style: decimal; }
.report svg { overflow: visible; }
.report li + li { margin-top: 0.2em; }
.report .report-questions li { font-weight: 600; }
.report .report-plot-frame { overflow-x: auto; }
.report .report-plot { display: block; inline-size: 100%; min-inline-size: 34rem; height: auto; margin-top: 0.3em; }
.report .report-plot text { fill: currentColor; font-size: 11px; }
.report .report-plot text.report-axis { font-size: 10px; fill: var(--pale); }
.report .report-plot text.report-strong { font-weight: 700; }
.report svg .report-grid { fill: none; stroke: var(--hair); stroke-width: 0.6; opacity: 0.7; }
.report svg .report-tick { fill: none; stroke: currentColor; stroke-width: 0.8; }
.report svg .report-line { fill: none; stroke: currentColor; stroke-width: 1.2; }
.report svg .report-dot { fill: var(--ground); stroke: currentColor; stroke-width: 1.4; }
.report svg .report-begun { fill: none; stroke: currentColor; stroke-width: 1; stroke-dasharray: 3 2; }
.report svg .report-spasm { fill: currentColor; stroke: currentColor; stroke-width: 0.8; }
.report svg .report-cramp { fill: var(--ground); stroke: currentColor; stroke-width: 1; }
.report svg .report-same { fill: none; stroke: currentColor; stroke-width: 0.8; stroke-dasharray: 2 2; }
.report .report-spread { display: inline-block; inline-size: 6.5em; min-inline-size: 6.5em; height: 1.1em; vertical-align: -0.15em; }
.report .report-key-sign { display: inline-block; vertical-align: -0.05em; inline-size: 0.8em; height: 0.8em; margin-inline-end: 0.3em; }
.report figcaption { display: flex; flex-wrap: wrap; gap: 0.1em 1.2em; font-size: 0.9375em; color: var(--pale); }
.report .report-flow > .report-part:first-child { margin-top: 0; }
.report .report-flow { margin-top: 1em; }
.report .report-flow .report-note { break-before: avoid; }
.report dt { font-weight: 700; }
.report dl > div { break-inside: avoid; margin-bottom: 0.25em; }
.report .report-day, .report .report-episode-list td:nth-child(-n+4) { white-space: nowrap; }
.report .report-episode-list thead { display: table-header-group; }
.report .report-twin { margin-top: 0.3em; }
@media screen and (max-width: 44rem) {
  .report thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .report tr { display: block; padding-block: 0.4em; }
  .report tbody tr + tr { border-top: 1px solid var(--hair); }
  .report tbody tr + tr > * { border: 0; }
  .report :is(td, tbody th) { display: block; padding: 0; white-space: normal !important; }
  .report td[data-label]::before { content: attr(data-label) ": "; color: var(--pale); }
  .report td:empty { display: none; }
}
@media screen and (min-width: 48rem) { .report .report-flow { columns: 2; column-gap: 1.6em; } .report .report-columns:has(dl) { columns: 2; column-gap: 1.6em; } }
@media print {
  html, body { background: #fff; margin: 0; padding: 0; }
  .report { --dark: #000; --pale: #333; --hair: #777; --ground: #fff; color: #000; font-size: 8.8pt; line-height: 1.25; }
  .report.large .report-sheet:not(.report-detail) { font-size: 9.7pt; }
  .report.small .report-sheet:not(.report-detail) { font-size: 8pt; }
  .report.small .report-sheet:not(.report-detail) { line-height: 1.16; }
  .report.small .report-sheet:not(.report-detail) :is(th, td) { padding-block: 0.05em; }
  .report.small .report-sheet > .report-part.report-warning-signs { padding-block: 0.35em; }
  .report.small .report-sheet:not(.report-detail) h2 { margin-bottom: 0.1em; }
  .report.small .report-sheet:not(.report-detail) .report-part, .report.small .report-flow { margin-top: 1.4mm; }
  .report.large .report-sheet:not(.report-detail) .report-part { margin-top: 3.2mm; }
  .report .report-sheet { max-width: none; padding: 0 0.4mm; margin: 0; border: 0; border-radius: 0; box-shadow: none; background: none; }
  .report .report-sheet + .report-sheet { margin: 0; break-before: page; }
  .report .report-part { margin-top: 2.4mm; }
  .report h1 { font-size: 1.7em; }
  .report h2 { font-size: 1.18em; break-after: avoid; }
  .report .report-note, .report figcaption, .report thead th { font-size: 0.94em; }
  .report .report-plot { min-inline-size: 0; }
  .report .report-plot-frame { overflow: visible; }
  .report .report-flow { columns: 2; column-gap: 6mm; margin-top: 2.4mm; }
  .report .report-flow p { orphans: 3; widows: 3; }
  .report tr, .report li { break-inside: avoid; }
  .report .report-twin { display: none; }
  .report .report-detail { font-size: 8pt; line-height: 1.18; }
  .report .report-detail .report-part { margin-top: 1.8mm; }
  .report .report-detail :is(.report-note, thead th) { font-size: 8pt; }
  .report .report-detail > .report-who > h2 { font-size: 13pt; }
  .report .report-detail h3 { font-size: 9.5pt; break-after: avoid; }
  .report .report-detail .report-columns { columns: 2; column-gap: 6mm; }
  .report .report-detail .report-cent .report-columns { columns: 3; column-gap: 4mm; font-size: 6.8pt; line-height: 1.12; }
  .report .report-detail .report-cent :is(p, dl, dd, dt, div) { margin-block: 0; }
  .report .report-detail th, .report .report-detail td { padding-block: 0.1mm; padding-inline-end: 1.5mm; line-height: 1.2; }
  .report .report-detail .report-episode-list tbody tr + tr > * { border: 0; }
}
`
