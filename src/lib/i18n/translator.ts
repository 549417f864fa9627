// Turns typed message keys into words. Messages are plain data, so a page can hand an island just the areas it needs.
import type { Locale } from './locales';
import type account from '$messages/fr/account.json';
import type admin from '$messages/fr/admin.json';
import type auth from '$messages/fr/auth.json';
import type badges from '$messages/fr/badges.json';
import type coach from '$messages/fr/coach.json';
import type common from '$messages/fr/common.json';
import type coordinate from '$messages/fr/coordinate.json';
import type errors from '$messages/fr/errors.json';
import type help from '$messages/fr/help.json';
import type home from '$messages/fr/home.json';
import type host from '$messages/fr/host.json';
import type indicators from '$messages/fr/indicators.json';
import type invitation from '$messages/fr/invitation.json';
import type join from '$messages/fr/join.json';
import type live from '$messages/fr/live.json';
import type memo from '$messages/fr/memo.json';
import type path from '$messages/fr/path.json';
import type peer from '$messages/fr/peer.json';
import type plans from '$messages/fr/plans.json';
import type player from '$messages/fr/player.json';
import type privacy from '$messages/fr/privacy.json';
import type studio from '$messages/fr/studio.json';
import type todo from '$messages/fr/todo.json';
import type training from '$messages/fr/training.json';
import type voices from '$messages/fr/voices.json';
import type work from '$messages/fr/work.json';

interface Source {
	account: typeof account;
	admin: typeof admin;
	auth: typeof auth;
	badges: typeof badges;
	coach: typeof coach;
	common: typeof common;
	coordinate: typeof coordinate;
	errors: typeof errors;
	help: typeof help;
	home: typeof home;
	host: typeof host;
	indicators: typeof indicators;
	invitation: typeof invitation;
	join: typeof join;
	live: typeof live;
	memo: typeof memo;
	path: typeof path;
	peer: typeof peer;
	plans: typeof plans;
	player: typeof player;
	privacy: typeof privacy;
	studio: typeof studio;
	todo: typeof todo;
	training: typeof training;
	voices: typeof voices;
	work: typeof work;
}

export type Area = keyof Source;
/** A sentence, or its plural forms (CLDR categories), chosen by the parameter `n`. */
export type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>;
export type Messages = Partial<Record<Area, Record<string, Message>>>;
export type Key = { [A in Area]: `${A}.${keyof Source[A] & string}` }[Area];
export type Parameters = Record<string, string | number>;
export type Translate = (key: Key, parameters?: Parameters) => string;

/**
 * Makes the function that a component calls as `t('player.seen', { n: 2 })`.
 * A key that is missing gives the key itself, which the message tests turn into a failure before release.
 */
export function createTranslator(locale: Locale, messages: Messages): Translate {
	// Slow to make, and most pages count nothing.
	let plural: Intl.PluralRules | undefined;
	return (key, parameters = {}) => {
		const [area, name] = key.split('.') as [Area, string];
		const message = messages[area]?.[name];
		if (message === undefined) return key;
		const form =
			typeof message === 'string' ? message : pluralForm(message, (plural ??= new Intl.PluralRules(locale)), parameters.n);
		return form.replace(/\{(\w+)\}/g, (whole, parameter: string) => String(parameters[parameter] ?? whole));
	};
}

function pluralForm(message: Exclude<Message, string>, rules: Intl.PluralRules, n: unknown): string {
	return message[rules.select(Number(n))] ?? message.other ?? '';
}
