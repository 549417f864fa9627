// Every part of the look on one page, while developing; on a built instance the address doesn't exist.
import { error } from '@sveltejs/kit';
import { dev } from '$app/environment';
import { publicRoute } from '$lib/auth/guards.server';
import tokens from '../../styles/tokens.css?raw';
import { readTheme } from '../../styles/theme';

export const prerender = false;

export const load = () => {
	publicRoute();
	if (!dev) error(404);
	return { light: readTheme(tokens, ":root,\n[data-theme='light']"), dark: readTheme(tokens, "\n[data-theme='dark']") };
};
