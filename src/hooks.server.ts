// Where the server begins: opens the databases once, gives every request an id, a language and (for those with a
// responsibility) an account, and writes one log line without anything personal.
import { randomBytes } from 'node:crypto';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import type { Logger } from 'pino';
import { building } from '$app/environment';
import { addressKey, findNodeAddress, shareAddressKeys } from '$lib/auth/address-key.server';
import { readAuthSession } from '$lib/auth/auth-session.server';
import { loadKeys } from '$lib/certification/badge-publish.server';
import { findModule } from '$lib/content/catalogue.server';
import { findKit } from '$lib/content/kits.server';
import { findDatabaseError } from '$lib/database/database-error';
import { dayOf } from '$lib/i18n/day';
import { directionOf, isLocale, sourceLocale } from '$lib/i18n/locales';
import { preferredLocale } from '$lib/i18n/preferred-locale';
import { getTranslator } from '$lib/i18n/messages.server';
import { createLiveContent } from '$lib/live/live-content';
import { startLives } from '$lib/live/running.server';
import { getInstance, openInstance } from '$lib/ops/instance.server';
import { recordRetention, startRetention } from '$lib/ops/retention.server';
import { readSettings } from '$lib/ops/settings';
import type { Metrics } from '$lib/ops/metrics.server';
import { startUpkeep } from '$lib/voices/upkeep.server';
import { startHandOver } from './hooks-hand-over.server';
import { listRetentionJobs } from './hooks-retention.server';

export const init: ServerInit = async () => {
	if (building) return;
	const settings = readSettings(process.env);
	const { accounts, voices, live, moderation, log, metrics } = await openInstance(settings);
	// A key file that is damaged, or open to others, stops the start; none at all only means that no badge is signed yet.
	if ((await loadKeys(settings.keysDir)) === null) log.warn({ problem: 'no keys to sign badges with: npm run keys:create' });
	const clock = () => new Date();
	const onError = (error: unknown) => log.error({ error: describe(error), ...problemOf(error) });
	setInterval(() => logRefusals(metrics, log), refusalPause).unref();
	startUpkeep(voices, clock, onError, (job, deleted, now) => recordRetention(accounts, { job, day: dayOf(now), deleted }));
	startRetention(accounts, listRetentionJobs({ accounts, moderation }), clock, onError);
	startHandOver({ accounts, live, voices }, clock, onError);
	if (settings.redisUrl !== null) {
		// Loaded only where there are several processes.
		const { meetNeighbours } = await import('$lib/ops/neighbours.server');
		shareAddressKeys(settings.secret);
		meetNeighbours(settings.redisUrl);
	}
	await startLives({
		database: live,
		content: createLiveContent({ findKit, findModule, translate: getTranslator }),
		...{ secret: settings.secret, origin: settings.origin, redisUrl: settings.redisUrl },
		addressOf: (request) => addressKey(findNodeAddress(request, settings.trustedProxy)),
		onError
	});
};

/** Learner routes never read a cookie, so nothing there can know or become an account. */
const accountRoutes = /^\/(\[locale=locale\]\/\((auth|work|stage)\)|studio)\//;

export const handle: Handle = async ({ event, resolve }) => {
	const started = performance.now();
	event.locals.requestId = randomBytes(6).toString('hex');
	event.locals.authSession = null;
	event.locals.account = null;
	// Pages made at build time carry the demo line; server.mjs takes it out on an instance that is no demo.
	event.locals.demo = building || getInstance().demo;
	const locale = pageLanguage(event.url.pathname, event.request.headers.get('accept-language'));
	event.locals.locale = locale;
	if (!building && accountRoutes.test(event.route.id ?? '')) {
		if (isForeign(event.request)) return new Response(null, { status: 403 });
		const authSession = await readAuthSession(event.cookies, getInstance().accounts, new Date());
		event.locals.authSession = authSession;
		event.locals.account = authSession?.stage === 'full' ? authSession.account : null;
	}
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%relais.lang%', locale).replace('%relais.dir%', directionOf(locale)),
		// The one font that the page's language is set in; the style sheet asks for what else a page may need.
		preload: ({ type, path }) => type === 'css' || (type === 'font' && path.includes(locale === 'ar' ? 'vazirmatn' : 'atkinson'))
	});
	if (!building) {
		if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
		// Young people's pages and the voices leave no access log at all.
		if (accountRoutes.test(event.route.id ?? '')) {
			getInstance().metrics.timeWork(performance.now() - started);
			getInstance().log.info({
				id: event.locals.requestId,
				method: event.request.method,
				route: event.route.id,
				status: response.status,
				ms: Math.round(performance.now() - started)
			});
		}
	}
	return response;
};

export const handleError: HandleServerError = ({ error, event, status }) => {
	const id = event.locals.requestId;
	if (status >= 500) {
		const log = building ? null : getInstance().log;
		log?.error({ id, route: event.route.id ?? 'none', status, error: describe(error), ...problemOf(error) });
		if (building) throw error;
	}
	const t = getTranslator(event.locals.locale);
	return { id, message: status === 404 ? t('errors.notFound') : t('errors.unexpected') };
};

/** Milliseconds between two lines of refusals. */
const refusalPause = 60_000;

/** Who guesses codes or forges requests on young people's pages shows in the log too: as a sum, without a page or a moment of anybody. */
function logRefusals(metrics: Metrics, log: Logger): void {
	const counts = metrics.takeRefusals();
	if (Object.keys(counts).length > 0) log.warn({ counts });
}

/** A change asked for from another site. SvelteKit looks at forms only; what has an account looks at every kind of request. */
function isForeign(request: Request): boolean {
	const changes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
	return changes && request.headers.get('origin') !== new URL(request.url).origin;
}

function pageLanguage(pathname: string, accepted: string | null) {
	const first = pathname.split('/')[1] ?? '';
	if (isLocale(first)) return first;
	return accepted === null ? sourceLocale : preferredLocale(accepted);
}

/** Which kind of failure a database had, where it was one. */
function problemOf(error: unknown): { problem?: string } {
	const found = findDatabaseError(error);
	return found ? { problem: found.problem } : {};
}

/** What an error log may hold: where it happened, never the values that were being handled. */
function describe(error: unknown): { name: string; stack: string[] } {
	if (!(error instanceof Error)) return { name: 'unknown', stack: [] };
	const stack = (error.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '));
	return { name: error.name, stack: stack.slice(0, 8).map((line) => line.trim()) };
}
