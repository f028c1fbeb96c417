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

export const MODIFIERS = { Ctrl: '\uE009', Alt: '\uE00A', Shift: '\uE008', Command: '\uE03D', MacCtrl: '\uE009' };
