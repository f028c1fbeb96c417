'use strict';
// Runs before auto.js on sites that were switched on in a private window.

/** Says that this site is cleaned by itself in private windows only. */
var cleanCopyPrivately = true;
