'use strict';
// Shows on the picker's panel what the picker knows. All that comes from the
// page is put there as text.

/** @typedef {"point" | "choose" | "done"} PickPhase */

/**
 * @param {PanelParts} parts
 * @param {PickPhase} phase
 */
function showPhase(parts, phase) {
  const { panel, acts, steps, hint, choices, rule, count, warning } = parts;
  panel.ownerDocument.body.dataset.phase = phase;
  if (phase !== 'choose') panel.classList.remove('away');
  const choosing = phase === 'choose';
  const done = phase === 'done';
  for (const one of [choices, rule, count, acts.save, acts.once]) one.hidden = !choosing;
  for (const one of [acts.undo, acts.another, acts.done]) one.hidden = !done;
  for (const one of [steps, acts.cancel]) one.hidden = done;
  hint.hidden = phase !== 'point';
  warning.textContent = '';
  showSure(parts, false);
}

/**
 * The box that has to be ticked before a rule may hide the article.
 * @param {PanelParts} parts
 * @param {boolean} shown
 */
function showSure({ sure, sureBox }, shown) {
  sure.hidden = !shown;
  sureBox.checked = false;
}

/**
 * Light or dark as the browser is, like the popup; the page's own scheme does not count.
 * @param {HTMLElement} panel
 * @param {AbortSignal} signal
 */
function followTheme(panel, signal) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => (panel.dataset.theme = dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', follow, { signal });
  follow();
}

/**
 * @param {PanelParts} parts
 * @param {Candidate[]} candidates
 * @param {string} said in their place, where there are none
 * @param {(at: number) => void} choose
 */
function showCandidates(parts, candidates, said, choose) {
  const { rule, count, warning, acts } = parts;
  warning.textContent = said;
  rule.hidden = candidates.length === 0;
  count.textContent = '';
  acts.save.disabled = true;
  showSure(parts, false);
  showChoices(parts, candidates, choose);
}

/**
 * @param {PanelParts} parts
 * @param {Candidate[]} candidates
 * @param {(at: number) => void} choose
 */
function showChoices({ choices }, candidates, choose) {
  const page = choices.ownerDocument;
  choices.hidden = candidates.length < 2;
  const legend = page.createElement('legend');
  legend.textContent = word('pickChoices');
  choices.replaceChildren(legend, ...candidates.map((candidate, at) => drawChoice(page, candidate, at, choose)));
}

/**
 * @param {Document} page
 * @param {Candidate} candidate
 * @param {number} at
 * @param {(at: number) => void} choose
 */
function drawChoice(page, { selector, matches }, at, choose) {
  const label = page.createElement('label');
  const input = label.appendChild(page.createElement('input'));
  input.type = 'radio';
  input.name = 'selector';
  input.value = String(at);
  input.checked = at === 0;
  input.addEventListener('change', () => choose(at));
  label.appendChild(page.createElement('code')).textContent = selector;
  const count = label.appendChild(page.createElement('span'));
  count.className = 'count';
  count.textContent = matches.length.toLocaleString(word('language'));
  count.setAttribute('aria-label', counted('pickMatches', matches.length));
  count.setAttribute('role', 'img');
  return label;
}

/**
 * @param {PanelParts} parts
 * @param {Element | null} element
 */
function showBlock({ block }, element) {
  block.replaceChildren();
  if (!element) return;
  const { tag, excerpt } = describeBlock(element);
  block.appendChild(block.ownerDocument.createElement('code')).textContent = tag;
  // The page may run the other way than the panel.
  const said = block.ownerDocument.createElement('bdi');
  said.textContent = excerpt || word('noText');
  block.append(' ', said);
}

/** No more frames than a reader can take in, and a browser draw while scrolling. */
var MOST_FRAMES = 200;

/**
 * @param {PanelParts} parts
 * @param {Element | null} target
 * @param {Element[]} also
 */
function showFrames({ frames }, target, also) {
  const all = [...new Set([target, ...also.slice(0, MOST_FRAMES)])].filter((element) => element && isPresent(element));
  while (frames.children.length > all.length) frames.lastElementChild?.remove();
  while (frames.children.length < all.length) frames.append(frames.ownerDocument.createElement('div'));
  all.forEach((element, at) => {
    const frame = /** @type {HTMLElement} */ (frames.children[at]);
    const { left, top, width, height } = rectOf(/** @type {Element} */ (element));
    frame.className = element === target ? 'frame' : 'frame also';
    Object.assign(frame.style, { left: `${left - 3}px`, top: `${top - 3}px` });
    Object.assign(frame.style, { width: `${width + 6}px`, height: `${height + 6}px` });
  });
}

/**
 * One of the rules, of which nobody has said yet whether it may be saved.
 * @param {PanelParts} parts
 * @param {Candidate} candidate
 */
function showCandidate(parts, { line, matches }) {
  const { rule, count, warning, acts } = parts;
  const code = rule.ownerDocument.createElement('code');
  code.textContent = line;
  rule.replaceChildren(code);
  count.textContent = counted('pickCount', matches.length);
  warning.textContent = '';
  acts.save.disabled = true;
  showSure(parts, false);
}

/**
 * @param {PanelParts} parts
 * @param {boolean | null} held whether it would hide the article; null where the core did not say
 */
function showVerdict(parts, held) {
  const { warning, acts, panel } = parts;
  acts.save.disabled = held !== false;
  showSure(parts, held === true);
  if (held) warning.textContent = word('pickHeld');
  if (held === null) warning.textContent = word('state_core_failed');
  // Who still stands on the panel is taken to what most people want.
  if (!held && panel.matches(':focus')) acts.save.focus();
}

/**
 * @param {PanelParts} parts
 * @param {Partial<SaveReply>} reply
 */
function showUnsaved({ warning }, { reason = 'failed' }) {
  warning.textContent = word(`unsaved_${reason}`);
}

/**
 * The panel does not lie on what it asks about, as far as there is room; else it stays where it is.
 * @param {PanelParts} parts
 * @param {DOMRect} block
 */
function stepAside({ panel }, block) {
  const { width, height } = panel.getBoundingClientRect();
  if (block.bottom <= innerHeight - height - 24) return;
  const [left, right] = [block.left < width + 24, block.right > innerWidth - width - 24];
  if (left !== right) panel.classList.toggle('away', word('direction') === 'rtl' ? left : right);
}

/**
 * Nor does it lie on what is fixed to the window, such as a button to chat: no scrolling brings that out from under it.
 * Where the other corner has such a thing, too, it stays.
 * @param {PanelParts} parts
 */
function makeWay({ panel }) {
  if (!coversFixed(panel.getBoundingClientRect())) return;
  panel.classList.toggle('away');
  if (coversFixed(panel.getBoundingClientRect())) panel.classList.toggle('away');
}

/**
 * Goes by the elements and not by the places under the panel: in Chromium each look at one goes through a large page.
 * @param {DOMRect} panel
 */
function coversFixed({ left, top, right, bottom }) {
  const isUnder = (/** @type {DOMRect} */ box) => box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom;
  for (const element of allIn(document, 'body *')) {
    const box = rectOf(element);
    if (isUnder(box) && staysInWindow(element) && isHit(element, box)) return true;
  }
  return false;
}

/**
 * Can it be pointed at, but for the picker's layer?
 * @param {Element} element
 * @param {DOMRect} box
 */
function isHit(element, { left, top, width, height }) {
  return document.elementsFromPoint(left + width / 2, top + height / 2).includes(element);
}

/**
 * @param {Element} element
 */
function staysInWindow(element) {
  for (let at = /** @type {Element | null} */ (element); at; at = own(at, 'parentElement')) {
    if (getComputedStyle(at).position === 'fixed') return true;
  }
  return false;
}

/**
 * The focus goes round inside the panel: what lies under it is not to be used meanwhile.
 * @param {HTMLElement} panel
 * @param {KeyboardEvent} event
 */
function moveFocus(panel, event) {
  event.preventDefault();
  const all = [...panel.querySelectorAll('button:enabled, [type=radio]:checked, [type=checkbox]')];
  const open = /** @type {HTMLElement[]} */ (all.filter((one) => one.checkVisibility()));
  const at = open.indexOf(/** @type {HTMLElement} */ (event.target));
  const next = event.shiftKey ? Math.max(at, 0) - 1 : at + 1;
  open.at(next < open.length ? next : 0)?.focus();
}
