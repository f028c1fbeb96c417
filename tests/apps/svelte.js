// Svelte, rendered on the server and hydrated in the page; with the server's half of it in `svelte-server.js`.

import { hydrate as hydrateApp } from 'svelte';

import App from './App.svelte';

export const hydrate = (root, start) => hydrateApp(App, { target: root, props: { start } });
