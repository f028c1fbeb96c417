'use strict';
// The picker: the reader points at a block, sees the rule that would hide it
// and all that this rule would take, and has it hidden once or for the site.

// A variable, since a class may not be declared twice.
var CleanCopyPicker = class {
  #session;
  #stage;
  #parts;
  #rules;
  #aim = createAim();
  /** @type {PickPhase} */
  #phase = 'point';
  /** @type {Candidate[]} */
  #candidates = [];
  #chosen = 0;
  /** Counts what was asked for, so that a late answer to an earlier question is dropped. */
  #question = 0;
  /** A second press would find the rule there already. */
  #saving = false;
  /** @type {{ picked: Entry[], rule: SavedRule | null } | null} */
  #hidden = null;
  #ending = new AbortController();
  #before = document.activeElement;

  /**
   * @param {InstanceType<typeof CleanCopySession>} session
   * @param {Stage} stage
   * @param {Element | null} block the one that is meant, if any
   */
  constructor(session, stage, block) {
    this.#session = session;
    this.#stage = stage;
    this.#parts = buildPanel(stage.document);
    this.#rules = createRuleFinder(session.marks.undressed);
    followTheme(this.#parts.panel, this.#ending.signal);
    this.#listen();
    this.#aim.set(block ?? firstBlock(stage.host));
    // The mouse, which is at the menu's entry, is not to turn to another.
    if (block) void this.#choose();
    else this.#enter('point');
  }

  focus() {
    this.#stage.window.focus();
    this.#parts.panel.focus();
  }

  close() {
    if (this.#ending.signal.aborted) return;
    this.#ending.abort();
    this.#stage.close();
    if (this.#before instanceof HTMLElement && this.#before.isConnected) this.#before.focus({ preventScroll: true });
  }

  get isOpen() {
    // The page may have thrown the stage out.
    return !this.#ending.signal.aborted && this.#stage.host.isConnected;
  }

  #listen() {
    const { signal } = this.#ending;
    const { veil, acts } = this.#parts;
    veil.addEventListener('pointermove', (event) => this.#phase === 'point' && this.#point(event));
    veil.addEventListener('click', (event) => this.#point(event) && void this.#choose());
    veil.addEventListener('contextmenu', (event) => event.preventDefault());
    this.#stage.document.addEventListener('keydown', (event) => this.#press(event));
    for (const [act, button] of Object.entries(acts)) {
      button.addEventListener('click', () => void this.#act(/** @type {PickerAct} */ (act)));
    }
    this.#parts.sureBox.addEventListener('change', ({ target }) => {
      acts.save.disabled = !(/** @type {HTMLInputElement} */ (target).checked);
    });
    for (const change of ['scroll', 'resize']) {
      window.addEventListener(change, () => this.#draw(), { capture: true, passive: true, signal });
    }
    // The answer goes when the reader goes on with the page.
    const leave = (/** @type {Event} */ event) => {
      if (this.#phase === 'done' && event.target !== this.#stage.host) this.close();
    };
    for (const sign of ['pointerdown', 'focusin']) document.addEventListener(sign, leave, { capture: true, signal });
    window.addEventListener('pagehide', () => this.close(), { signal });
  }

  /** @param {PickPhase} phase */
  #enter(phase) {
    this.#phase = phase;
    showPhase(this.#parts, phase);
    if (phase === 'done') this.#shrink();
    else this.#stage.cover();
    if (phase !== 'done') showBlock(this.#parts, this.#aim.target());
    if (phase !== 'done') makeWay(this.#parts);
    this.#draw();
    this.focus();
  }

  /** Leaves the page free, but for the panel and its shadow. */
  #shrink() {
    const { panel } = this.#parts;
    this.#stage.shrink(panel.offsetWidth + 56, panel.offsetHeight + 56);
  }

  /** @param {MouseEvent} event */
  #point({ clientX, clientY }) {
    const block = blockAt(clientX, clientY, this.#stage.host);
    if (block && block !== this.#aim.target()) this.#turnTo(this.#aim.set(block));
    return block;
  }

  /** @param {Element | null} block */
  #turnTo(block) {
    if (!block) return;
    this.#candidates = [];
    showBlock(this.#parts, block);
    this.#draw();
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const { key, target } = event;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (key === 'Escape') this.close();
    else if (key === 'Tab') moveFocus(this.#parts.panel, event);
    else if (this.#phase === 'done') return;
    else if (key === 'Enter' && target === this.#parts.panel && this.#phase === 'point') void this.#choose();
    else if (/^Arrow/.test(key) && !(/** @type {Element} */ (target).matches('[type=radio]'))) this.#step(key);
    else return;
    if (key !== 'Tab') event.preventDefault();
  }

  /** @param {string} key */
  #step(key) {
    const before = this.#aim.target();
    if (key === 'ArrowUp') this.#aim.wider();
    else if (key === 'ArrowDown') this.#aim.narrower();
    else this.#aim.aside(key);
    const block = this.#aim.target();
    if (!block || block === before) return;
    bringIntoView(rectOf(block));
    this.#turnTo(block);
    if (this.#phase === 'choose') void this.#choose();
  }

  async #choose() {
    const target = this.#aim.target();
    if (!target) return;
    const question = ++this.#question;
    if (this.#phase !== 'choose') this.#enter('choose');
    this.#show([], '');
    let trouble = location.hostname ? 'pickNoRule' : 'pickNoSite';
    /** @type {Candidate[]} */
    const found = await this.#rules.candidates(target).catch(() => {
      trouble = 'state_core_failed';
      return [];
    });
    if (question !== this.#question || !this.isOpen) return;
    this.#show(found, found.length > 0 ? '' : word(trouble));
    if (found.length > 0) await this.#select(0);
  }

  /**
   * @param {Candidate[]} candidates
   * @param {string} warning
   */
  #show(candidates, warning) {
    this.#candidates = candidates;
    showCandidates(this.#parts, candidates, warning, (at) => void this.#select(at));
    this.#draw();
  }

  /** @param {number} at */
  async #select(at) {
    const question = ++this.#question;
    this.#chosen = at;
    const candidate = /** @type {Candidate} */ (this.#candidates[at]);
    showCandidate(this.#parts, candidate);
    this.#draw();
    const held = await this.#rules.isHeld(candidate.line).catch(() => null);
    if (question !== this.#question || !this.isOpen) return;
    showVerdict(this.#parts, held);
    this.#draw();
  }

  /** @param {PickerAct} act */
  async #act(act) {
    if (act === 'wider') this.#step('ArrowUp');
    else if (act === 'narrower') this.#step('ArrowDown');
    else if (act === 'save') await this.#save();
    else if (act === 'once') this.#once();
    else if (act === 'undo') await this.#undo();
    else if (act === 'another') this.#again();
    else this.close();
  }

  async #save() {
    const candidate = this.#candidates[this.#chosen];
    if (!candidate || this.#saving) return;
    const { line } = candidate;
    const confirmed = !this.#parts.sure.hidden;
    this.#saving = true;
    const reply = (await sendToBackground({ to: 'background', type: 'add-rule', line, confirmed })) ?? {};
    this.#saving = false;
    if (!this.isOpen) return;
    if (reply.saved) this.#hide(candidate.matches, 'your-rule', line, { line, added: reply.added, confirmed: reply.confirmed });
    else showUnsaved(this.#parts, reply);
  }

  #once() {
    const target = this.#aim.target();
    if (target) this.#hide([target], 'by-hand', word('pickOnceHint'), null);
  }

  /**
   * @param {Element[]} elements
   * @param {string} reason
   * @param {string} evidence
   * @param {SavedRule | null} rule the one that was saved for it
   */
  #hide(elements, reason, evidence, rule) {
    this.#hidden = { picked: this.#session.hide(elements, reason, evidence), rule };
    const hidden = counted('hidden', this.#hidden.picked.length);
    this.#parts.block.textContent = rule ? word('pickSaved', hidden, location.hostname) : hidden;
    this.#enter('done');
    this.#parts.acts.undo.focus();
  }

  async #undo() {
    if (!this.#hidden) return;
    const hidden = this.#hidden;
    this.#hidden = null;
    const { rule, picked } = hidden;
    const reply = rule ? ((await sendToBackground({ to: 'background', type: 'remove-rule', ...rule })) ?? {}) : { saved: true };
    if (!reply.saved) {
      this.#hidden = hidden;
      showUnsaved(this.#parts, reply);
      return this.#shrink();
    }
    await this.#session.inTurn(() => this.#session.takeBack(picked));
    if (!this.isOpen) return;
    // A rule that stood there before still does.
    this.#parts.block.textContent = word(rule && !rule.added ? 'state_restored' : 'pickUndone');
    this.#parts.warning.textContent = '';
    // In this order: a focus whose part is hidden is lost to the page.
    this.#parts.acts.done.focus();
    this.#parts.acts.undo.hidden = true;
    this.#shrink();
  }

  #again() {
    this.#question++;
    this.#aim.set(firstBlock(this.#stage.host));
    this.#enter('point');
  }

  #draw() {
    if (this.#phase === 'done') return;
    const target = this.#aim.target();
    const chosen = this.#phase === 'choose' ? this.#candidates[this.#chosen] : undefined;
    showFrames(this.#parts, target, chosen?.matches ?? []);
    if (this.#phase === 'choose' && target) stepAside(this.#parts, rectOf(target));
  }
};

/**
 * Opens the picker, or takes the reader back to the one that is open.
 * @param {InstanceType<typeof CleanCopySession>} session
 * @param {InstanceType<typeof CleanCopyPicker> | null} open
 * @param {Element | null} target what the menu was opened on from which it was asked for
 * @returns {Promise<InstanceType<typeof CleanCopyPicker> | null>} null where there is no page to pick from
 */
async function openPicker(session, open, target) {
  if (open?.isOpen) {
    open.focus();
    return open;
  }
  open?.close();
  if (!/^(text\/html|application\/xhtml\+xml)$/.test(document.contentType)) return null;
  if (document.body?.localName !== 'body') return null;
  return new CleanCopyPicker(session, await openStage(word('pickTitle')), blockOfMenu(target));
}
