// WebDriver's names for keys that have no character.

export const KEYS = {
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  Tab: '\uE004',
};

const MODIFIERS = { Ctrl: '\uE009', Alt: '\uE00A', Shift: '\uE008', Command: '\uE03D', MacCtrl: '\uE009' };

/**
 * What presses a key and lets go of it: `Enter`, `Shift+Tab`.
 *
 * @param {string} key
 */
export function pressing(key) {
  // A capital would be another key than the one that is pressed.
  const values = key.split('+').map((name) => MODIFIERS[name] ?? KEYS[name] ?? name.toLowerCase());
  return [...values.map((value) => ({ type: 'keyDown', value })), ...values.toReversed().map((value) => ({ type: 'keyUp', value }))];
}
