// Safety texts: what a young person in difficulty must be able to read in their own language. A module is offered in a language
// only when all of them are translated; a stale one counts as there, as it is still shown.
import type { SourceModule, Unit } from './source';

/**
 * The safety texts of a module: the forewarning; the notes of endings ("what can still be done"); the explanations of risky
 * choices; in a scene that shows the help, its paragraphs and notes.
 */
export function listSafetyTexts({ units, nodes }: Pick<SourceModule, 'units' | 'nodes'>): Set<Unit> {
	const safety = new Set(units.filter(({ id }) => id === 'meta.forewarning'));
	for (const { blocks, choices, end } of nodes) {
		const hasHelp = blocks.some(({ type }) => type === 'help');
		for (const block of blocks) {
			if (block.type === 'note' && (hasHelp || end)) safety.add(block.unit);
			if (block.type === 'prose' && hasHelp)
				for (const part of block.parts) for (const unit of part.tag === 'p' ? [part.unit] : part.items) safety.add(unit);
		}
		for (const { choice, why } of choices) if (choice.risky && why) safety.add(why);
	}
	return safety;
}
