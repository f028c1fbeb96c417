'use strict';
// Builds the picker's panel.

/**
 * @typedef {object} PanelParts
 * @property {HTMLElement} veil
 * @property {HTMLElement} frames
 * @property {HTMLElement} panel
 * @property {HTMLElement} hint
 * @property {HTMLElement} block
 * @property {HTMLElement} steps
 * @property {HTMLFieldSetElement} choices
 * @property {HTMLElement} rule
 * @property {HTMLElement} count
 * @property {HTMLElement} warning
 * @property {HTMLElement} sure
 * @property {HTMLInputElement} sureBox
 * @property {Record<PickerAct, HTMLButtonElement>} acts
 */

/** @typedef {"wider" | "narrower" | "save" | "once" | "undo" | "another" | "cancel" | "done"} PickerAct */

/**
 * @param {Document} page the stage's own document
 * @returns {PanelParts}
 */
function buildPanel(page) {
  dressStage(page);
  /**
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} tag
   * @param {Record<string, string>} attributes
   * @param {...(Node | string)} inside
   * @returns {HTMLElementTagNameMap[T]}
   */
  const make = (tag, attributes, ...inside) => {
    const element = page.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...inside);
    return element;
  };
  const acts = buildActs(make);
  const sureBox = make('input', { id: 'sure', type: 'checkbox' });
  const parts = {
    veil: make('div', { id: 'veil' }),
    frames: make('div', { id: 'frames', 'aria-hidden': 'true' }),
    hint: make('p', { id: 'hint' }, word('pickHint')),
    block: make('p', { id: 'block', role: 'status' }),
    steps: make('div', { id: 'steps' }, acts.wider, acts.narrower),
    choices: make('fieldset', { id: 'choices' }),
    rule: make('p', { id: 'rule' }),
    count: make('p', { id: 'count', role: 'status', class: 'soft' }),
    warning: make('p', { id: 'warning', role: 'alert' }),
    sure: make('label', { class: 'sure' }, sureBox, word('pickSure')),
  };
  const { save, once, undo, another, cancel, done } = acts;
  const title = make('h1', { id: 'title' }, word('pickTitle'));
  const names = { id: 'panel', role: 'dialog', 'aria-labelledby': 'title', 'aria-describedby': 'hint', tabindex: '-1' };
  const panel = make(
    'section',
    names,
    make('header', {}, drawLogo(page), title),
    parts.hint,
    parts.block,
    parts.steps,
    parts.choices,
    parts.rule,
    parts.count,
    parts.warning,
    parts.sure,
    make('div', { id: 'acts' }, save, once, undo, another, cancel, done),
  );
  page.body.append(parts.veil, parts.frames, panel);
  return { ...parts, sureBox, panel, acts };
}

/**
 * @param {(tag: "button", attributes: Record<string, string>, ...inside: string[]) => HTMLButtonElement} make
 * @returns {Record<PickerAct, HTMLButtonElement>}
 */
function buildActs(make) {
  /**
   * @param {PickerAct} act
   * @param {string} key
   * @param {Record<string, string>} [more]
   */
  const button = (act, key, more = {}) => make('button', { type: 'button', id: act, ...more }, word(key));
  return {
    wider: button('wider', 'pickWider', { 'aria-keyshortcuts': 'ArrowUp' }),
    narrower: button('narrower', 'pickNarrower', { 'aria-keyshortcuts': 'ArrowDown' }),
    save: button('save', 'pickSave', { class: 'primary', 'aria-describedby': 'rule count' }),
    once: button('once', 'pickOnce', { title: word('pickOnceHint') }),
    undo: button('undo', 'pickUndo', { class: 'primary' }),
    another: button('another', 'pickAnother'),
    cancel: button('cancel', 'pickCancel', { 'aria-keyshortcuts': 'Escape' }),
    done: button('done', 'pickDone', { 'aria-keyshortcuts': 'Escape' }),
  };
}

/** @param {Document} page */
function dressStage(page) {
  page.documentElement.lang = word('language');
  page.documentElement.dir = word('direction');
  page.title = word('pickTitle');
  const { CSSStyleSheet: Sheet } = /** @type {Window & typeof globalThis} */ (page.defaultView);
  const sheet = new Sheet();
  sheet.replaceSync(pickerRules());
  page.adoptedStyleSheets = [sheet];
}

/** @param {Document} page */
function drawLogo(page) {
  const svg = page.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of Object.entries({ viewBox: '0 0 32 32', width: '22', height: '22', 'aria-hidden': 'true' })) {
    svg.setAttribute(name, value);
  }
  const star = 'M22.5 4.5c.6 3.2 1.8 4.400 5 5-3.2.6-4.400 1.8-5 5-.6-3.2-1.800-4.400-5-5 3.200-.6 4.400-1.8 5-5z';
  /** @type {Record<string, string>[]} */
  const paths = [
    { d: 'M9 1h14a8 8 0 0 1 8 8v14a8 8 0 0 1-8 8H9a8 8 0 0 1-8-8V9a8 8 0 0 1 8-8z', fill: '#0b7285' },
    { d: 'M8 10h7M8 16h16M8 22h12', fill: 'none', stroke: '#fff', 'stroke-width': '3', 'stroke-linecap': 'round' },
    { d: star, fill: '#ffd43b' },
  ];
  for (const attributes of paths) {
    const path = svg.appendChild(page.createElementNS('http://www.w3.org/2000/svg', 'path'));
    for (const [name, value] of Object.entries(attributes)) path.setAttribute(name, value);
  }
  return svg;
}
