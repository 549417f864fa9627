// What meetings leave behind goes to the voices: lives know nothing of figures, and figures nothing of lives.
import { readCountry } from '$lib/groups/facts.server';
import type { LiveFacts } from '$lib/live/record';
import { handOver } from '$lib/live/records.server';
import type { Instance } from '$lib/ops/instance.server';
import { formOf, type StepKind } from '$lib/voices/consultation';
import { recordTally, type Tally } from '$lib/voices/tallies.server';

const every = 60_000;

/** Hands over what is new, now and every minute; the returned function stops it. A failure goes to `onError` and is tried again. */
export function startHandOver(
	{ accounts, live, voices }: Pick<Instance, 'accounts' | 'live' | 'voices'>,
	clock: () => Date,
	onError: (error: unknown) => void
): () => void {
	const run = () =>
		void handOver(live, async (facts) => {
			await recordTally(voices, toTally(facts, await readCountry(accounts, facts.organisationId)), clock());
		}).catch(onError);
	run();
	const timer = setInterval(run, every).unref();
	return () => clearInterval(timer);
}

/** The counts of a meeting as the voices take them. What was too few to be told isn't told here either, but to a consultation. */
export function toTally(facts: LiveFacts, country: string): Tally {
	const { id, organisationId, groupId, method, joined, prompts, kit, asked = [] } = facts;
	return {
		...{ id, country, organisationId, groupId, method, occasion: 'live', attended: joined },
		answers: [
			...prompts.flatMap(({ prompt, step, counts }) =>
				Object.entries(counts).flatMap(([option, count]) =>
					count === null ? [] : [{ form: step === 'feedback' ? 'feedback' : `kit-${kit}`, question: prompt, option, count }]
				)
			),
			...asked.flatMap(({ consultation, step, counts, passed }) =>
				Object.entries({ ...counts, skip: passed }).map(([option, count]) => ({
					...{ form: formOf(consultation, step as StepKind), question: step, option, count }
				}))
			)
		]
	};
}
