// Svelte on the server.

import { render as renderApp } from 'svelte/server';

import App from './App.svelte';

export const render = (start) => renderApp(App, { props: { start } }).body;
