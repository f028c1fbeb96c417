// Pages whose headers and frames forbid nearly everything.

/** @type {(value: string) => Record<string, string>} */
const csp = (value) => ({ 'content-security-policy': value });

/** @type {Record<string, import('./models.mjs').Model>} */
export const POLICIES = {
  'nothing allowed at all': { headers: csp("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'") },
  'Trusted Types for everything': {
    headers: csp("require-trusted-types-for 'script'; trusted-types 'none'"),
    script: "try { document.createElement('p').innerHTML = 'x'; } catch { window.guarded = true; }",
  },
  'a default policy of Trusted Types that throws': {
    headers: csp("require-trusted-types-for 'script'"),
    head: "<script>trustedTypes?.createPolicy('default', { createHTML() { throw new Error('refused'); }, createScript() { throw new Error('refused'); } });</script>",
  },
  'a policy in the markup': { head: `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; style-src 'none'; script-src 'unsafe-inline'">` },
  'a sandbox with scripts': { headers: csp('sandbox allow-scripts'), states: ['cleaned', 'not-allowed'] },
  'a sandbox without scripts': { headers: csp('sandbox'), states: ['cleaned', 'not-allowed'] },
  'a report address for every violation': {
    headers: csp("default-src 'none'; style-src 'none'; report-uri /hostile-report"),
  },
  'isolation from all other origins': {
    headers: {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'clipboard-read=(), clipboard-write=(), fullscreen=(), unload=()',
      'referrer-policy': 'no-referrer',
    },
  },
};
