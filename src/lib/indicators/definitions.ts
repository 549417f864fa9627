// The indicators, each one record: where it comes from, what kind of number it is, how it is found. Their words (name, definition,
// limits) stand in content/messages/<language>/indicators.json under the same id. Pure.
import { feedbackQuestions, items, waves } from '../voices/programme';

/** ECPAT International, Strategic Framework July 2018 - June 2021; WeProtect, Model National Response review 2022; this programme. */
type Source = 'ecpat' | 'weprotect' | 'programme';

export interface Indicator {
	id: string;
	document: Source;
	/** Its number there; empty where it has none. */
	number: string;
	/** `people`: a count of young people or their answers, under disclosure control. `things`: exact. Others are recorded. */
	kind: 'people' | 'things' | 'yes-no' | 'number';
	how: 'computed' | 'recorded';
	dimensions: readonly string[];
}

const people = (id: string, dimensions: string[], number = '', document: Indicator['document'] = 'programme'): Indicator => ({
	...{ id, document, number, kind: 'people', how: 'computed', dimensions }
});
const things = (id: string, number = '', document: Indicator['document'] = 'programme'): Indicator => ({
	...{ id, document, number, kind: 'things', how: 'computed', dimensions: [] }
});
const recorded = (id: string, kind: 'yes-no' | 'number', document: Indicator['document'], number = ''): Indicator => ({
	...{ id, document, number, kind, how: 'recorded', dimensions: [] }
});

/** All of them, in the order of reports. Those of the instrument and of feedback are made for each question. */
export const indicators: readonly Indicator[] = [
	recorded('ecpat-1-1', 'yes-no', 'ecpat', '1.1'),
	people('rights-reached', [], '1.2', 'ecpat'),
	things('rights-languages', '1.2', 'ecpat'),
	recorded('ecpat-1-3', 'yes-no', 'ecpat', '1.3'),
	things('organisations-reaching', '1.4', 'ecpat'),
	things('organisations'),
	recorded('ecpat-2-4', 'number', 'ecpat', '2.4'),
	recorded('ecpat-2-5', 'number', 'ecpat', '2.5'),
	things('capacity-building', '4.2', 'ecpat'),
	recorded('ecpat-4-2', 'number', 'ecpat', '4.2'),
	recorded('weprotect-education', 'yes-no', 'weprotect'),
	recorded('weprotect-participation', 'yes-no', 'weprotect'),
	people('plays-started', ['language', 'module', 'setting']),
	people('plays-completed', ['language', 'module', 'setting']),
	people('meetings-reached', ['method', 'occasion', 'setting']),
	things('live-meetings'),
	things('training-meetings'),
	things('training-days'),
	people('peer-experts-certified', []),
	people('coaches-certified', []),
	things('consultations-opened'),
	things('consultations-answered'),
	things('consultations-overdue'),
	...items.flatMap((item) => waves.map((wave) => people(`instrument-${item}-${wave}`, ['answer']))),
	...feedbackQuestions.map((question) => people(`feedback-${question}`, ['answer', 'age']))
];

const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));

export function findIndicator(id: string): Indicator | null {
	return byId.get(id) ?? null;
}

/** The item and wave of an indicator of the instrument; null for others. */
export function readInstrumentId(id: string): { item: string; wave: string } | null {
	const match = /^instrument-([kap]\d)-(.+)$/.exec(id);
	return match ? { item: match[1] ?? '', wave: match[2] ?? '' } : null;
}

/** Those that a person records. */
export const recordedIndicators = indicators.filter(({ how }) => how === 'recorded');
