'use strict';
// The picker's looks: the popup's colours and shapes, drawn in a frame that
// can load no style sheet of the extension. A test holds the colours equal.

function pickerRules() {
  return `
:root {
  --paper: light-dark(#ffffff, #1c1f23);
  --raised: light-dark(#f4f6f8, #272b31);
  --line: light-dark(#dde2e7, #3a4048);
  --ink: light-dark(#16191d, #eceff2);
  --soft: light-dark(#57606a, #a5afb9);
  --accent: light-dark(#0b7285, #3bc9db);
  --on-accent: light-dark(#ffffff, #06262c);
  --accent-hover: light-dark(#095c6b, #66d9e8);
  --on-tint: light-dark(#095c6b, #99e9f2);
  --tint: light-dark(#e3f3f6, #16363d);
  --warn: light-dark(#8a5300, #ffc078);
  --warn-tint: light-dark(#fff4e0, #38290f);
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html, body { height: 100%; margin: 0; background: transparent; }
body { overflow: hidden; font: 13px/1.45 system-ui, sans-serif; }
#veil { position: fixed; inset: 0; cursor: crosshair; }
[data-phase="done"] :is(#veil, #frames) { display: none; }
#frames { position: fixed; inset: 0; overflow: hidden; pointer-events: none; }
.frame {
  position: absolute;
  border: 2px solid #e8590c;
  border-radius: 6px;
  background: #e8590c26;
  box-shadow: 0 0 0 1px #fff9;
}
.frame.also { border-style: dashed; background: #e8590c14; }
${panelRules()}
${buttonRules()}
${choiceRules()}
@media (forced-colors: active) {
  #panel, .frame { border: 2px solid Highlight; }
}
@media (prefers-reduced-motion: no-preference) {
  [data-phase="point"] .frame { transition: left 60ms, top 60ms, width 60ms, height 60ms; }
}`;
}

function panelRules() {
  return `
#panel {
  position: fixed;
  inset-block-end: 16px;
  inset-inline-end: 16px;
  display: flex;
  flex-direction: column;
  gap: 10px;
  width: min(380px, 100vw - 32px);
  max-height: calc(100vh - 32px);
  overflow: auto;
  padding: 12px 14px 14px;
  border: 1px solid var(--line);
  border-radius: 12px;
  background: var(--paper);
  color: var(--ink);
  box-shadow: 0 8px 28px #0004, 0 1px 3px #0003;
}
#panel:focus { outline: none; }
#panel.away { inset-inline: 16px auto; }
#panel[data-theme="dark"] { color-scheme: dark; }
#panel[data-theme="light"] { color-scheme: light; }
header { display: flex; align-items: center; gap: 8px; }
header svg { flex: none; }
h1 { flex: 1; margin: 0; font-size: 14px; font-weight: 600; }
p, fieldset { margin: 0; padding: 0; border: 0; }
#hint, .soft { color: var(--soft); }
#block { overflow-wrap: anywhere; }
#block code { padding: 1px 5px; border-radius: 4px; background: var(--tint); color: var(--on-tint); }
code { direction: ltr; unicode-bidi: isolate; font: 12px/1.45 ui-monospace, monospace; overflow-wrap: anywhere; }
#acts, #steps { display: flex; flex-wrap: wrap; gap: 6px; }
#steps button { flex: 1; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }`;
}

function buttonRules() {
  return `
button {
  padding: 6px 10px;
  border: 1px solid var(--line);
  border-radius: 8px;
  background: transparent;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
button:hover { background: var(--raised); }
button:disabled { opacity: 0.5; cursor: default; }
button.primary {
  flex: 1;
  padding: 7px 11px;
  border: 0;
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
  white-space: nowrap;
}
button.primary:hover:enabled { background: var(--accent-hover); }`;
}

// Empty regions stay: of one that is not there, screen readers do not hear when words come into it.
function choiceRules() {
  return `
legend { padding: 0 0 4px; color: var(--soft); font-size: 12px; font-weight: 600; }
#choices { max-height: 168px; overflow-y: auto; margin: 0 -6px; padding: 0 6px 2px; scrollbar-width: thin; }
#choices label {
  display: flex;
  align-items: baseline;
  gap: 8px;
  margin: 0 -6px;
  padding: 5px 6px;
  border-radius: 6px;
  cursor: pointer;
}
#choices label:hover { background: var(--raised); }
#choices label:has(:checked) { background: var(--tint); }
#choices label:has(:focus-visible) { outline: 2px solid var(--accent); }
#choices input { flex: none; margin: 0; accent-color: var(--accent); translate: 0 2px; }
#choices input:focus-visible { outline: none; }
#choices code { flex: 1; }
[dir="rtl"] #choices code { text-align: right; }
.count {
  min-width: 24px;
  padding: 0 7px;
  border-radius: 10px;
  background: var(--raised);
  color: var(--soft);
  font-size: 12px;
  font-weight: 600;
  font-variant-numeric: tabular-nums;
  text-align: center;
}
#rule { padding: 8px 10px; border-radius: 8px; background: var(--raised); }
#warning { padding: 8px 10px; border-radius: 8px; background: var(--warn-tint); color: var(--warn); }
.sure { display: flex; align-items: center; gap: 8px; cursor: pointer; }
.sure input { margin: 0; accent-color: var(--accent); }
#warning:empty, #count:empty { margin-block-end: -10px; padding: 0; }`;
}
