// What we are measured against, bundled as its users bundle it.

import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';

globalThis.cleanCopyPeers = { Readability, Defuddle };
