// The product's own words, so that a journey finds what a person would look for and survives a rewording.
import { readFileSync } from 'node:fs';
import { createTranslator, type Messages, type Parameters, type Key } from '../../src/lib/i18n/translator';

const messages: Messages = {};
for (const area of [
	'account',
	'admin',
	'auth',
	'coach',
	'common',
	'coordinate',
	'errors',
	'help',
	'home',
	'invitation',
	'join',
	'memo',
	'peer',
	'plans',
	'player',
	'privacy',
	'studio',
	'todo',
	'training',
	'work'
] as const) {
	messages[area] = JSON.parse(readFileSync(`content/messages/fr/${area}.json`, 'utf8'));
}
const t = createTranslator('fr', messages);

/** The French words of a message. */
export function words(key: Key, parameters?: Parameters): string {
	return t(key, parameters);
}
