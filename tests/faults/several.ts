// Two processes behind the balancer, and one of them is gone from one moment to the next, or told to end.
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { openLiveDatabase, openStage } from '../bench/live/stage';
import { quietGroup } from '../demo';
import { ask, openReader, type StreamReader } from '../live/client';
import { startProcess } from '../server';
import { hasSeveral, startSeveral, type SeveralServers } from '../several';
import { readCount, sendEvent } from './events';
import { expectThat, pause, type Fault } from './fault';

type Process = SeveralServers['processes'][number];

const phones = 40;
const metricsToken = 'a-token-for-the-metrics-of-each-process';

/** Answers that a process gave since its start, as its own /metrics says. */
async function countAnswers(port: number): Promise<number> {
	const headers = { authorization: `Bearer ${metricsToken}` };
	const text = await (await fetch(`http://localhost:${port}/metrics`, { headers })).text();
	const numbers = [...text.matchAll(/^relais_answers_total\{.*\} (\d+)$/gm)].map(([, n]) => Number(n));
	return numbers.reduce((sum, n) => sum + n, 0);
}

/** A phone's stream as a browser keeps it: opened again, a second or so after it broke, until `over`. Gives how often that was. */
async function listen(url: string, cookie: string, saw: (phase: string) => void, over: () => boolean): Promise<number> {
	for (let opened = 0; ; opened++) {
		const onView = (view: Record<string, unknown>) => saw(String(view.phase));
		const reader: StreamReader | null = await openReader(url, { cookie, keep: false, onView }).catch(() => null);
		while (reader?.closed === false && !over()) await pause(50);
		reader?.close();
		if (over()) return opened;
		await pause(500 + Math.random() * 1_000);
	}
}

interface Seen {
	/** Pages read meanwhile, and those that were not answered with 200. */
	pages: number;
	errors: number;
	/** Events that were acknowledged, those that got no answer, and what the file says. */
	kept: number;
	unanswered: number;
	counted: number;
	/** Streams that had to be opened again, phones that saw the question close in the end, and votes in its tally. */
	reopened: number;
	back: number;
	tally: number;
}

/** A meeting, pages and events through the balancer, while something happens; then the question closes. Every vote is sent until it is acknowledged. */
async function useWhile(server: SeveralServers, happens: () => Promise<void>): Promise<Seen> {
	const { origin, folder } = server;
	const database = await openLiveDatabase(folder);
	const stage = await openStage(origin, database, phones);
	await stage.command('open');
	const before = await readCount(folder);
	const events = [await sendEvent(origin, quietGroup.code)];
	expectThat(events[0] === 204, 'the first event was refused');

	const phases = stage.cookies.map(() => '');
	let over = false;
	const streams = stage.cookies.map((cookie, n) =>
		listen(
			`${stage.at()}/events`,
			cookie,
			(phase) => void (phases[n] = phase),
			() => over
		)
	);
	while (phases.some((phase) => phase === '')) await pause(50);
	const pages: number[] = [];
	const read = async () => {
		while (!over) {
			const answer = await fetch(`${origin}/fr/join`).catch(() => null);
			await answer?.arrayBuffer();
			pages.push(answer?.status ?? 0);
		}
	};
	const count = async () => {
		while (!over) events.push(await sendEvent(origin, quietGroup.code));
	};
	const vote = async (cookie: string) => {
		await pause(Math.random() * 1_500);
		for (let n = 1; ; n++) {
			const said = await ask('PUT', `${stage.at()}/answers/p1`, { cookie, body: { a: 'stop', n } }).catch(() => null);
			if (said?.status === 204) return;
			await pause(300);
		}
	};
	const work = [read(), count(), count()];
	const votes = stage.cookies.map(vote);
	await pause(700);
	await happens();
	await Promise.all(votes);
	await stage.command('close');
	const from = performance.now();
	while (phases.some((phase) => phase !== 'closed') && performance.now() - from < 10_000) await pause(50);
	const back = phases.filter((phase) => phase === 'closed').length;
	over = true;
	await Promise.all(work);
	const reopened = (await Promise.all(streams)).filter((times) => times > 0).length;
	const kept = events.filter((status) => status === 204).length;
	const counted = (await readCount(folder)) - before;
	const tally = await stage.tally('p1');
	await database.close();
	const errors = pages.filter((status) => status !== 200).length;
	return { pages: pages.length, errors, kept, unanswered: events.length - kept, counted, reopened, back, tally };
}

/** Nothing lost, nothing twice, everybody back; told in a line. */
function judge({ pages, errors, kept, unanswered, counted, reopened, back, tally }: Seen): string {
	expectThat(errors === 0, `${errors} of ${pages} pages were not answered with 200`);
	expectThat(back === phones, `only ${back} of ${phones} phones saw the question close`);
	expectThat(tally === phones, `${phones} votes acknowledged, ${tally} counted`);
	const fits = counted >= kept && counted <= kept + unanswered;
	expectThat(fits, `${kept} events acknowledged, ${unanswered} without an answer, ${counted} counted`);
	return `${pages} pages, none failed; ${reopened} streams broke, ${back} of ${phones} phones back; ${kept} events acknowledged, ${unanswered} without an answer, ${counted} counted; ${tally} votes`;
}

/** An instance for one fault, gone afterwards; null where nginx or Redis is missing. */
async function withSeveral(attempt: (server: SeveralServers) => Promise<string>): Promise<string | null> {
	if (!hasSeveral()) return null;
	const server = await startSeveral({ env: { LOG_LEVEL: 'error', METRICS_TOKEN: metricsToken } });
	try {
		return await attempt(server);
	} finally {
		await server.stop();
		rmSync(server.folder, { recursive: true, force: true });
	}
}

export const several: Fault[] = [
	{
		fault: 'kill -9 of one of two processes behind nginx, with 40 phones in a meeting and events on their way',
		expected:
			'pages go on without one error; phones back at the other; 0 acknowledged lost, none twice; once started, it is used again',
		try: () =>
			withSeveral(async (server) => {
				const [victim, other] = server.processes as [Process, Process];
				let again: Pick<Process, 'stop'> | null = null;
				const shares: number[] = [];
				const seen = await useWhile(server, async () => {
					const gone = once(victim.process, 'exit');
					victim.process.kill('SIGKILL');
					await gone;
					await pause(2_000);
					again = await startProcess(victim.port, server.env);
					await pause(3_000);
					const ports = [victim.port, other.port];
					const before = await Promise.all(ports.map(countAnswers));
					await pause(2_000);
					const after = await Promise.all(ports.map(countAnswers));
					shares.push(...after.map((answers, at) => answers - (before[at] ?? 0)));
				});
				await (again as Pick<Process, 'stop'> | null)?.stop();
				const said = judge(seen);
				expectThat(seen.reopened > 0 && seen.reopened < phones, `${seen.reopened} streams broke: not spread over both processes`);
				expectThat(Math.min(...shares) > 10, `started again, they answered ${shares.join(' and ')} in two seconds`);
				return said;
			})
	},
	{
		fault: 'both processes behind nginx restarted, one after the other, with the same traffic',
		expected: 'not one page without its answer; phones back; 0 lost; fewer than 1 in 100 events to be sent again',
		try: () =>
			withSeveral(async (server) => {
				const fresh: Pick<Process, 'stop'>[] = [];
				const seen = await useWhile(server, async () => {
					for (const { port, stop } of server.processes) {
						await stop();
						fresh.push(await startProcess(port, server.env));
						await pause(3_000);
					}
				});
				await Promise.all(fresh.map(({ stop }) => stop()));
				const said = judge(seen);
				// A POST can meet a connection that is just being closed; nginx never sends it to another process by itself.
				const all = seen.kept + seen.unanswered;
				expectThat(seen.unanswered < all / 100, `${seen.unanswered} of ${all} events got no answer`);
				return said;
			})
	}
];
