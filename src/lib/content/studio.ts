// What the studio knows of a module beyond what is played: findings, every unit in every language, reviews. Made where modules
// are compiled (Vite plugin), so that a server in production shows the same without the compiler.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { locales, sourceLocale, type Locale } from '../i18n/locales';
import { compileModule } from './compile';
import { explore } from './explore';
import type { Finding } from './finding';
import type { Graph } from './graph';
import { listModuleFolders, type ModuleFolder } from './locate';
import { isOffered, type Completeness } from './offer';
import { checkPlans, type PlanReport } from './plan';
import { readPo, type Translation } from './po';
import { readReviews, type ReadReviews } from './review';
import type { Unit } from './source';

export type UnitState = 'translated' | 'stale' | 'missing';

export interface StudioUnit {
	id: string;
	/** Node that it stands in; '' for the front matter. */
	node: string;
	/** Of the French text, in module.svx. */
	line: number;
	source: string;
	translations: Partial<Record<Locale, { text: string; state: UnitState }>>;
}

/** How far a language is, in units. */
export interface StudioLanguage extends Completeness {
	locale: Locale;
	offered: boolean;
	nativeReview: boolean;
}

export interface StudioModule {
	slug: string;
	/** Path of module.svx from the root. */
	file: string;
	findings: Finding[];
	units: StudioUnit[];
	languages: StudioLanguage[];
	reviews: ReadReviews;
	/** What its playthrough plans cover; null when the module can't be read. */
	plans: PlanReport | null;
	/** The choices of a shortest play to each node that a play can reach. */
	ways: Record<string, string[]>;
}

/** Files beside module.svx that only the studio looks at. */
export interface StudioFiles {
	/** Text of reviews.json. */
	reviews: string | null;
	plans: { file: string; text: string }[];
}

/** Reads every module under a directory as the studio shows it, those that can't be compiled included. */
export function readStudio(directory: string, root: string): StudioModule[] {
	return listModuleFolders(directory, root).map((folder) => describeModule(folder, readFiles(dirname(folder.file), root)));
}

function readFiles(folder: string, root: string): StudioFiles {
	const names = readdirSync(join(root, folder)).sort();
	const read = (name: string) => readFileSync(join(root, folder, name), 'utf8');
	const plans = names.filter((name) => name.endsWith('.plan')).map((name) => ({ file: `${folder}/${name}`, text: read(name) }));
	return { reviews: names.includes('reviews.json') ? read('reviews.json') : null, plans };
}

/** One module as the studio shows it. */
export function describeModule(folder: ModuleFolder, { reviews, plans }: StudioFiles): StudioModule {
	const { slug, file, source, translations, registry, surroundings } = folder;
	const { modules, units, completeness, findings } = compileModule(source, file, translations, registry, surroundings);
	const texts = locales
		.filter(({ id }) => id !== sourceLocale)
		.map(({ id }) => {
			const read = readPo(translations[id] ?? '');
			return { locale: id, byUnit: read.ok ? read.translations.byUnit : new Map<string, Translation>() };
		});
	const describe = (unit: Unit): StudioUnit => {
		const each = texts.map(({ locale, byUnit }) => [locale, describeTranslation(unit, byUnit.get(unit.id))]);
		return { id: unit.id, node: unit.node, line: unit.at.line, source: unit.source, translations: Object.fromEntries(each) };
	};
	const languages = locales.flatMap(({ id }): StudioLanguage[] => {
		const counts = completeness[id];
		const nativeReview = modules?.[id].summary.nativeReview ?? false;
		return counts ? [{ locale: id, ...counts, offered: isOffered(counts), nativeReview }] : [];
	});
	const inFrench = modules?.[sourceLocale];
	const whole = inFrench && canBeWalked(inFrench.graph) ? inFrench : null;
	return {
		slug,
		file,
		findings,
		units: units.map(describe),
		languages,
		reviews: readReviews(reviews),
		plans: whole && checkPlans(whole, plans),
		ways: whole ? findWays(whole.graph) : {}
	};
}

function describeTranslation(unit: Unit, found: Translation | undefined): { text: string; state: UnitState } {
	if (!found?.text.trim()) return { text: '', state: 'missing' };
	return { text: found.text, state: found.fuzzy || found.source !== unit.source ? 'stale' : 'translated' };
}

function canBeWalked({ start, nodes }: Graph): boolean {
	const targets = Object.values(nodes).flatMap(({ choices }) => choices.map(({ to }) => to));
	return [start, ...targets].every((id) => Object.hasOwn(nodes, id));
}

function findWays(graph: Graph): Record<string, string[]> {
	const ways: Record<string, string[]> = {};
	// Breadth first: the first situation at a node is one of the nearest.
	for (const { situation, path } of explore(graph).situations) ways[situation.node] ??= path();
	return ways;
}
