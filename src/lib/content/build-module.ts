// From the source form to the compiled forms of graph.ts: the graph (the same in every language) and the words in one language.
import { buildExercise, buildQuiz } from './build-exercise';
import type { Block, Choice, CompiledModule, Graph, GraphNode, ModuleSummary, NodeText, Shot } from './graph';
import type { SourceBlock, SourceModule, SourceNode, SourceShot, Unit } from './source';
import { noMedia, type MediaOf } from './media';
import { castIds, isOneOf } from './vocabulary';
import type { Wording } from './wording';

/** The person who reads: the bubble on the other side. */
const readerId = 'moi';

/** The graph of a module, without words. */
export function buildGraph({ front: { data }, nodes }: SourceModule): Graph {
	const graphNodes = nodes.map(({ id, choices, end, endAges, checkpoint, tags }): [string, GraphNode] => [
		id,
		{
			choices: choices.map(({ choice }) => choice),
			...(end && { end }),
			...(endAges && { ages: endAges }),
			...(checkpoint && { checkpoint }),
			...(tags && { tags })
		}
	]);
	const { id, version, start, vars, scores } = data;
	return { id, version, start, vars, scores, nodes: Object.fromEntries(graphNodes) };
}

/** The module in one language. */
export function buildModule(
	module: SourceModule,
	slug: string,
	graph: Graph,
	wording: Wording,
	media: MediaOf = noMedia
): CompiledModule {
	const builder = new Builder(module, wording, media);
	return {
		summary: builder.summary(slug),
		graph,
		nodes: Object.fromEntries(module.nodes.map((node) => [node.id, builder.node(node)]))
	};
}

class Builder {
	private readonly meta: Map<string, Unit>;
	/** Units that fell back to French, so far. */
	private fallbacks = 0;

	constructor(
		private readonly module: SourceModule,
		private readonly wording: Wording,
		private readonly media: MediaOf
	) {
		this.meta = new Map(module.units.filter(({ id }) => id.startsWith('meta.')).map((unit) => [unit.id, unit]));
	}

	summary(slug: string): ModuleSummary {
		const { id, version, kind, ages, minutes, intensity, forewarning, picture, draft, booster, training, reviewed, sources } =
			this.module.front.data;
		return {
			id,
			slug,
			version,
			kind,
			title: this.metaText('title'),
			summary: this.metaText('summary'),
			ages,
			minutes,
			intensity,
			...(forewarning ? { forewarning: this.metaText('forewarning') } : {}),
			memo: this.metaText('memo'),
			picture,
			...(draft && { draft: true as const }),
			...(booster && { booster }),
			...(training && { training }),
			reviewed,
			sources,
			translated: this.wording.completeness.translated / Math.max(1, this.wording.completeness.units),
			nativeReview: this.wording.nativeReview
		};
	}

	node(node: SourceNode): NodeText {
		const before = this.fallbacks;
		const audio = this.media.findAudio(node.id);
		const choices = node.choices.map(({ choice, label, why, soft }): [string, NodeText['choices'][string]] => {
			const words = this.word(label);
			return [
				choice.id,
				{
					// The marks of a soft choice are the structure's business: a translator may have kept them.
					label: soft ? words.replace(/^<em>(.*)<\/em>$/, '$1') : words,
					...(why && { explanation: this.word(why) }),
					...(soft && { soft: true as const }),
					...switchOf(choice, node.id)
				}
			];
		});
		const text = {
			title: this.word(node.title),
			blocks: node.blocks.map((block) => ({ ...this.piece(block), ...(block.if && { if: block.if }) })),
			...(audio && { audio }),
			...(node.stuck && { stuck: node.stuck })
		};
		return { ...text, choices: Object.fromEntries(choices), ...(this.fallbacks > before && { untranslated: true }) };
	}

	private piece(block: SourceBlock): Block {
		switch (block.type) {
			case 'prose': {
				const html = block.parts.map((part) =>
					part.tag === 'p'
						? `<p>${this.word(part.unit)}</p>`
						: `<${part.tag}>${part.items.map((item) => `<li>${this.word(item)}</li>`).join('')}</${part.tag}>`
				);
				return { type: 'prose', html: html.join('') };
			}
			case 'note':
				return { type: 'note', html: this.word(block.unit) };
			case 'chat': {
				const lines = block.lines.map(({ who, unit, delay }) => ({
					who,
					name: this.person(who),
					html: this.word(unit),
					...(who === readerId && { me: true as const }),
					...(delay && { delay })
				}));
				return { type: 'chat', lines };
			}
			case 'film':
				return { type: 'film', shots: block.shots.map((shot) => this.shot(shot)) };
			case 'quiz':
				return buildQuiz(block, (unit) => this.word(unit));
			case 'video': {
				const { id, src, poster, cues } = block;
				const told = cues.map(({ from, to, stop, who, unit }) => ({
					from,
					to,
					...(who && { label: this.person(who) }),
					line: this.word(unit),
					...(stop && { stop })
				}));
				return { type: 'video', id, src: this.fileOf(src), ...(poster && { poster: this.fileOf(poster) }), cues: told };
			}
			case 'exercise':
				return buildExercise(block, (unit) => this.word(unit));
			case 'image':
				return { type: 'image', src: this.fileOf(block.src), alt: this.word(block.alt) };
			case 'help':
				return { type: 'help' };
		}
	}

	/** Address of a file beside the module; other paths are addresses already. */
	private fileOf(path: string): string {
		return this.media.addressOf(path) ?? path;
	}

	private shot({ seconds, place, frame, cast, who, unit }: SourceShot): Shot {
		const speaker = who && isOneOf(castIds, who) ? { speaker: who } : {};
		return { seconds, place, frame, cast, ...speaker, ...(who && { label: this.person(who) }), line: this.word(unit) };
	}

	private person(id: string): string {
		const unit = this.meta.get(`meta.people.${id}`);
		return unit ? this.word(unit) : id;
	}

	private metaText(field: string): string {
		const unit = this.meta.get(`meta.${field}`);
		return unit ? this.wording.word(unit) : '';
	}

	private word(unit: Unit): string {
		if (this.wording.isMissing(unit)) this.fallbacks++;
		return this.wording.word(unit);
	}
}

/** A choice that stays where it is and only flips a variable is a switch. */
function switchOf({ to, set, if: condition, score, once }: Choice, node: string): { switch?: string } {
	const [first, more] = set ?? [];
	if (to !== node || more || condition || score || once || first?.to.op !== 'not') return {};
	const { of } = first.to;
	return of.op === 'var' && of.name === first.name ? { switch: first.name } : {};
}
