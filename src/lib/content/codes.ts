// Every finding of the content checker: a code that never changes meaning, how bad it is, and what to do. The table of
// docs/content-codes.md says the same; a test compares the two.

export type Severity = 'error' | 'warning';

interface Rule {
	severity: Severity;
	/** What is wrong, in general. */
	title: string;
	/** What the author can do. */
	remedy: string;
}

const error = (title: string, remedy: string): Rule => ({ severity: 'error', title, remedy });
const warning = (title: string, remedy: string): Rule => ({ severity: 'warning', title, remedy });

export const codes = {
	E001: error('front matter unreadable', 'Start the file with a block of "name: value" lines between two lines "---".'),
	E002: error('front matter field wrong', 'Correct the field as content/README.md shows.'),
	E003: error(
		'unknown annotation',
		'Use if, set, score, once, tests, risky or ages on a choice, delay or if on a bubble, if on a passage, and end, checkpoint, stuck, tag or ages on a node heading.'
	),
	E004: error('annotation unreadable', 'Write the annotation with the words that content/README.md lists.'),
	E005: error('text outside a node', 'Put a heading "## node-id" before it.'),
	E006: error('unknown tag', 'Use a tag of content/README.md, alone on its line with an empty line before and after.'),
	E007: error('wrong attribute', 'Give the tag exactly the attributes that content/README.md lists, as name="value".'),
	E008: error('mark-up not allowed', 'Keep to paragraphs, simple lists, **bold**, *italics* and links to pages of this site.'),
	E009: error('unknown speaker', 'Add the name to "people" in the front matter, or drop the colon if nobody is speaking.'),
	E010: error('unknown character, mood, place or frame', 'Choose one from the lists in content/README.md.'),
	E011: error('malformed film', 'Write one numbered list of shots: `frame` `4s` `who:mood`, then the words.'),
	E012: error('malformed quiz', 'Write one question, then a list of "- [x] option", each with a "> explanation" below it.'),
	E013: error('malformed choice', 'Write each choice as "- [label](#node)", then its annotations, and "> explanation" below.'),
	E014: error('content after the choices', 'Move the choices to the end of the node.'),
	E015: error('malformed exercise', 'Write its question, then its list, as content/README.md shows.'),
	E016: error('unreadable character', 'Save the file as UTF-8 and write the character again.'),
	E017: error(
		'hidden direction mark',
		'Delete the invisible character; Arabic needs none, and isolates must be closed on their line.'
	),
	E018: error('nested too deep', 'Write plain paragraphs and lists, one inside another at most once.'),
	E019: error(
		'part that can’t be included',
		'Name an existing file of a folder parts, with blocks only, that doesn’t lead back to itself.'
	),
	E101: error('missing start', 'Set "start" in the front matter to the id of an existing node.'),
	E102: error('duplicate node id', 'Give each node its own id.'),
	E103: error('unknown target', 'Point to an existing node, or add the node.'),
	E104: error('illegal id', 'Use lower-case letters a-z, digits and single hyphens.'),
	E105: error('node without a title', 'Write "### The visible title" right under the node heading.'),
	E106: error('ending with choices', 'Remove the choices, or the "end" annotation: a story stops at its ending.'),
	E110: error('unreachable node', 'Add a choice that leads here, or remove the node.'),
	E111: error('no ending can be reached', 'Add a choice that leads towards an ending, or mark the node with `end: …`.'),
	E112: error('conditional dead end', 'Add a choice without `if` or `once`, or widen a condition.'),
	E113: error('never happens in any play', 'Correct the condition that keeps it shut, or remove it.'),
	E114: error('loop without exit', 'Add a choice that leads out of the loop and stays open in every play.'),
	E115: error('checkpoint that an ending bypasses', 'Lead every way to an ending through the checkpoint, or remove the mark.'),
	E119: error('too many situations to prove', 'Use fewer variables, smaller ranges or fewer `once` choices.'),
	E120: error(
		'unknown variable, score or age',
		'Declare it under "vars" or "scores" in the front matter, or correct the spelling.'
	),
	E121: error('unused variable or score', 'Use it in a choice, or remove it from the front matter.'),
	E122: error('out of range', 'Stay inside the range declared in the front matter, or widen it.'),
	E123: error('wrong type', 'Compare and add numbers with numbers; use and, or, not with yes/no variables.'),
	E124: error('unknown objective', 'Use an id listed under "objectives" in the front matter.'),
	E130: error(
		'pass mark without meaning',
		'Give the good choices enough points to reach the mark, and put them at different places in their lists.'
	),
	E131: error('right answer given away', 'Put right answers at different places, and make some wrong ones as long.'),
	E132: error(
		'knowledge check too short',
		'Let the choices of three scenes or more give points for the score named under "check".'
	),
	E133: error('question of the instrument in a training unit', 'Remove the tag “instrument”: it is for modules of young people.'),
	E140: error('image without alternative text', 'Add alt="what the image shows".'),
	E141: error('film without captions', 'Write the words of the shot: what is said, or what is seen.'),
	E142: error(
		'video without captions and transcript',
		'Tell the whole video as a numbered list of cues: `0:04-0:07`, then what is said, seen or heard.'
	),
	E143: error('label over 80 characters', 'Shorten the label; details go into the explanation.'),
	E144: error('duplicate label in a node', 'Give each choice that is offered together a label of its own.'),
	E145: error('heading out of order', 'Keep to "## node-id" and one "### Title" right below it; use **bold** inside a node.'),
	E146: error('media file missing or without use', 'Put the file beside the module under this name, or correct the name.'),
	E150: error(
		'choice without consequence',
		'Let a choice lead elsewhere, set a value, give points or have an explanation of its own; or keep just one.'
	),
	E151: error(
		'risky choice without explanation',
		'Add a "> explanation" below the choice: what can happen and what still helps.'
	),
	E152: error(
		'sensitive node without help',
		'Add <Help/>, or a link to /help: from intensity 2 on every ending shows the way, and any node tagged “sensitive”.'
	),
	E153: error('no recovery after a risky choice', 'Add a way from there to an ending that is good or mixed.'),
	E154: error(
		'ending without “what can still be done”',
		'Add a card "> **Et maintenant ?** …" that says what can still be done.'
	),
	E155: error('module without practice', 'Add a <Quiz>, a <Sort> or a <Build>: every module has at least one act of practice.'),
	E156: error(
		'blaming or frightening phrase',
		'Say what happened and what helps; if a person says it, put it between quotation marks.'
	),
	E160: error('node too long or too hard to read', 'Shorter sentences, shorter words; over 120 words, split the node in two.'),
	E170: warning('translation missing', 'Translate the empty units; until then the language is not offered for this module.'),
	E171: error('duplicate unit id', 'Keep one of the two entries; call no node “meta”.'),
	E172: warning('translation stale', 'Compare with the new French text, correct the translation and remove the "fuzzy" mark.'),
	E173: error(
		'translation with wrong mark-up',
		'Keep the marks of the French text: **bold**, *italics* and links to the same pages.'
	),
	E174: error('translation file unreadable', 'Repair the file, or delete it and run "npm run content:extract".'),
	E180: error('over budget', 'Split the node, the film or the module in two.'),
	E190: error(
		'malformed step of a kit',
		'Write "## step-id `kind` `5/8/10`", a title, and the parts that content/README.md lists.'
	),
	E191: error('kit without a locked step', 'Begin a kit with one pre-brief step; end it with one debrief and one feedback step.'),
	E192: error('minutes of a kit don’t add up', 'Change the minutes of the steps until each duration is reached exactly.'),
	E193: error(
		'malformed poll of a kit',
		'Write one question, then a list of two to six "- [option](#id)" with ids of their own.'
	),
	E194: warning('module of a kit missing', 'Add the module; until then its film step is talked through without the film.')
} satisfies Record<string, Rule>;

export type Code = keyof typeof codes;
