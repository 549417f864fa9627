// The product's own words, so that a journey finds what a person would look for and survives a rewording.
import { readFileSync } from 'node:fs';
import { createTranslator, type Messages, type Parameters, type Key } from '../../src/lib/i18n/translator';

const messages: Messages = {};
for (const area of [
	'auth',
	'coach',
	'common',
	'errors',
	'help',
	'home',
	'join',
	'memo',
	'player',
	'privacy',
	'studio',
	'voices'
] as const) {
	messages[area] = JSON.parse(readFileSync(`content/messages/fr/${area}.json`, 'utf8'));
}
const t = createTranslator('fr', messages);

/** The French words of a message. */
export function words(key: Key, parameters?: Parameters): string {
	return t(key, parameters);
}
