/** The look of the web component. A page themes it by the custom properties that begin with `--unknot-`. */
export const style = `
:host {
  --paper: var(--unknot-paper, #f3f7f8);
  --surface: var(--unknot-surface, #fff);
  --ink: var(--unknot-ink, #14262c);
  --quiet: var(--unknot-ink-quiet, #47565b);
  --edge: var(--unknot-edge, #74858a);
  --accent: var(--unknot-accent, #00606b);
  --on-accent: var(--unknot-on-accent, #fff);
  --danger: var(--unknot-danger, #ab1a1c);
  --on-danger: var(--unknot-on-danger, #fff);
  --radius: var(--unknot-radius, 14px);
  color-scheme: light;
  display: block;
  max-width: 36rem;
  padding: 1.25rem;
  border-radius: var(--radius);
  background: var(--paper);
  color: var(--ink);
  font: 400 1.125rem/1.5 var(--unknot-font, system-ui, sans-serif);
}
@media (prefers-color-scheme: dark) {
  :host(:not([theme="light"])) {
    color-scheme: dark;
    --paper: var(--unknot-paper, #10191c);
    --surface: var(--unknot-surface, #1a262a);
    --ink: var(--unknot-ink, #e8eff1);
    --quiet: var(--unknot-ink-quiet, #b1c0c4);
    --edge: var(--unknot-edge, #7f9196);
    --accent: var(--unknot-accent, #7fd0d8);
    --on-accent: var(--unknot-on-accent, #06262a);
    --danger: var(--unknot-danger, #ff9d94);
    --on-danger: var(--unknot-on-danger, #330605);
  }
}
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
h2, h3, p, ul { margin: 0; }
h2 { font-size: 1.625rem; line-height: 1.2; }
h2:focus { outline: none; }
h3 { font-size: 1.125rem; }
section { display: grid; gap: 1rem; }
.quiet { color: var(--quiet); font-size: 1rem; }
ul { padding-left: 1.2em; display: grid; gap: 0.4rem; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.75rem; }
.places { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: 0.5rem; }
button, .call {
  min-height: 3rem;
  padding: 0.5rem 1.1rem;
  border: 1.5px solid var(--edge);
  border-radius: 999px;
  background: var(--surface);
  color: inherit;
  font: inherit;
  font-weight: 600;
  cursor: pointer;
  text-align: center;
  text-decoration: none;
}
.places button { border-radius: var(--radius); }
.next, .call { border-color: transparent; background: var(--accent); color: var(--on-accent); }
.emergency .call { background: var(--danger); color: var(--on-danger); }
.buttons > .grow { flex: 1 1 9rem; }
button:disabled { opacity: 0.55; cursor: default; }
:is(button, a, input, select, summary):focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
label, fieldset { display: grid; gap: 0.4rem; }
.choice {
  display: flex; gap: 0.75rem; align-items: center; min-height: 3rem; padding: 0.6rem 0.9rem;
  border: 1.5px solid var(--edge); border-radius: var(--radius); background: var(--surface); cursor: pointer;
}
.choice input { width: 1.4rem; height: 1.4rem; flex: none; accent-color: var(--accent); }
fieldset { margin: 0; padding: 0; border: 0; }
legend { padding: 0; margin-bottom: 0.4rem; font-weight: 600; }
.stack { display: grid; gap: 0.6rem; }
input[type="number"] {
  width: 7rem; min-height: 3rem; padding: 0.4rem 0.8rem; border: 1.5px solid var(--edge); border-radius: var(--radius);
  background: var(--surface); color: inherit; font: inherit;
}
.so-far { padding: 0.6rem 0.9rem; border: 1.5px solid var(--danger); border-radius: var(--radius); }
.tier { border-left: 6px solid var(--accent); padding-left: 1rem; }
.emergency .tier, .same-day .tier { border-color: var(--danger); }
.emergency h2 { color: var(--danger); }
.quote { border-left: 3px solid var(--edge); padding-left: 0.8rem; }
summary { cursor: pointer; min-height: 2rem; font-weight: 600; }
`
