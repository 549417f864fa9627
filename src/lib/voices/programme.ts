// What the voices are told of the programme when figures are made: plain facts of organisations, groups and stories, handed over by
// the route, because the voices know neither people nor groups. Pure.

export interface Programme {
	country: string;
	organisations: { id: string }[];
	groups: { id: string; organisationId: string; setting: string }[];
	/** Counts from the other world, per organisation and indicator: training days, people certified. */
	counts: { organisationId: string; indicator: string; kind: 'people' | 'things'; value: number }[];
	/** Questions of the instrument that stand in stories: an item at a time (`k1`, `before`), and which answer each choice stands for. */
	instrument: { module: string; node: string; item: string; wave: string; answers: Record<string, string> }[];
	/** Modules that teach the rights of child victims. */
	rightsModules: string[];
	/** Languages of the interface, as categories. */
	locales: string[];
	settings: string[];
	modules: string[];
}

/** When the instrument is asked. */
export const waves = ['before', 'after', '3-months', '6-months'] as const;

/** What meetings ask at their end that means the same in all of them ("what I take along" is each kit's own). */
export const feedbackQuestions = ['faces', 'mood'] as const;

/** The nine items: three of knowledge, three of attitude, three of practice. */
export const items = ['k1', 'k2', 'k3', 'a1', 'a2', 'a3', 'p1', 'p2', 'p3'] as const;
