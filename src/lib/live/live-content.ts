// From compiled kits and modules to what a live needs: the script of a plan and, per language, its words. Where the compiled
// content comes from (the server's bundle, a test's own kit) is the caller's business.
import type { CompiledModule, NodeText } from '../content/graph';
import { stepsOf, type CompiledKit, type KitText } from '../content/kit';
import type { Locale } from '../i18n/locales';
import type { Translate } from '../i18n/translator';
import { withAsked, wordsWithAsked } from './asked';
import { listConditions } from './beats';
import type { Plan } from './plan';
import type { Script, ScriptStep } from './script';

export interface LiveContent {
	script(plan: Pick<Plan, 'kit' | 'duration' | 'asked'>): Script | null;
	words(plan: Pick<Plan, 'kit' | 'asked'>, locale: Locale): Words | null;
}

export interface Words {
	kit: KitText;
	/** Ids of the kit's first and last step, which the script leaves out. */
	preBrief: string;
	feedback: string;
	nodes: Record<string, NodeText>;
	/** The way to write a sentence for a consultation, where its question takes one. */
	write?: { label: string; locale: Locale };
}

export interface ContentSource {
	findKit(slug: string, locale: Locale): CompiledKit | null;
	findModule(slug: string, locale: Locale): CompiledModule | null;
	/** Words of the interface around a consultation's question. */
	translate(locale: Locale): Translate;
}

/** Scripts and words are made once for each kit and language. */
export function createLiveContent({ findKit, findModule, translate }: ContentSource): LiveContent {
	const scripts = new Map<string, Script | null>();
	const words = new Map<string, Words | null>();
	// By the plan's own question, which is the same object as long as a room keeps its row.
	const asking = new WeakMap<object, Script>();
	return {
		script({ kit, duration, asked }) {
			const script = keep(scripts, `${kit} ${duration}`, () => makeScript(kit, duration));
			if (!script || !asked) return script;
			const made = asking.get(asked) ?? withAsked(script, asked);
			asking.set(asked, made);
			return made;
		},
		words({ kit, asked }, locale) {
			const own = keep(words, `${kit} ${locale}`, () => makeWords(kit, locale));
			return own && asked ? wordsWithAsked(own, asked, locale, translate(locale)) : own;
		}
	};

	function makeScript(slug: string, duration: number): Script | null {
		const found = findKit(slug, 'fr');
		if (!found) return null;
		const { kit } = found;
		const module = findModule(kit.module, 'fr');
		const steps = stepsOf(kit, duration).flatMap(({ id, kind, time, options, sensitive }): ScriptStep[] =>
			kind === 'pre-brief' || kind === 'feedback'
				? []
				: [{ id, kind, minutes: time, ...(options && { options }), ...(sensitive && { sensitive }) }]
		);
		const film = steps.some(({ kind }) => kind === 'film') && module ? module.graph : null;
		const beats = Object.fromEntries(Object.entries(module?.nodes ?? {}).map(([id, node]) => [id, listConditions(node)]));
		return {
			kit: slug,
			version: kit.version,
			steps,
			take: kit.take,
			items: kit.items,
			film,
			beats: film ? beats : {},
			alone: kit.alone,
			aside: kit.aside
		};
	}

	function makeWords(slug: string, locale: Locale): Words | null {
		const found = findKit(slug, locale);
		if (!found) return null;
		const idOf = (kind: string) => found.kit.steps.find((step) => step.kind === kind)?.id ?? '';
		const nodes = findModule(found.kit.module, locale)?.nodes ?? {};
		return { kit: found.text, preBrief: idOf('pre-brief'), feedback: idOf('feedback'), nodes };
	}
}

/** Scripts are asked for on every command: made once. Unknown kits are few, and remembered too, up to a bound. */
function keep<T>(kept: Map<string, T>, key: string, make: () => T): T {
	if (!kept.has(key)) {
		if (kept.size > 500) kept.clear();
		kept.set(key, make());
	}
	return kept.get(key) as T;
}
