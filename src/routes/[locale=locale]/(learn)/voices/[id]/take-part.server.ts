// From a posted form to an answer in the voices and, perhaps, a sentence in the queue of moderation.
import { findGroupByKey } from '$lib/groups/groups.server';
import { listGroupFacts, readCountry } from '$lib/groups/facts.server';
import { isGroupKey } from '$lib/groups/membership';
import { addStatement, makeReceipt } from '$lib/moderation/queue.server';
import { longestStatement, tidyStatement } from '$lib/moderation/statement';
import type { Instance } from '$lib/ops/instance.server';
import { createLimiter } from '$lib/ops/limiter';
import { ageBands, fitsForm, submissionSchema } from '$lib/voices/answers';
import { checkProof } from '$lib/voices/blind-sign.server';
import { formOf, listOptions, wroteOption, type Consultation } from '$lib/voices/consultation';
import { concerns } from '$lib/voices/consultations.server';
import { submitAnswers, type Entitlement } from '$lib/voices/spool.server';
import { findVoucher } from '$lib/voices/vouchers.server';
import { safeParse } from 'valibot';

export interface Answer {
	option: string;
	text: string;
	voucher: string;
	/** Message and signature, made on the phone. */
	proof: string;
	/** The group's key, with a proof. */
	group: string;
	age: string;
	/** The step that was on the page. */
	step: string;
}

export type Problem = 'closed' | 'malformed' | 'nothing' | 'too-long' | 'no-code' | 'unknown-code' | 'used' | 'busy';
export type Result = { ok: true; receipt: string | null } | { ok: false; reason: Problem };

/** Wrong codes, of everybody together and never by address: 31^10 codes don't fall to twenty tries a second. */
const wrongCodes = createLimiter({ capacity: 400, refillPerSecond: 20, maxKeys: 1, shared: 'vouchers' });

/** The fields of the form; null when it is no form. */
export async function readAnswer(request: Request): Promise<Answer | null> {
	const form = await request.formData().catch(() => null);
	if (form === null) return null;
	const read = (name: string, most: number) => {
		const value = form.get(name);
		return typeof value === 'string' ? value.slice(0, most) : '';
	};
	return {
		...{ option: read('option', 80), text: read('text', 2000), voucher: read('voucher', 40), proof: read('proof', 600) },
		...{ group: read('group', 40), age: read('age', 10), step: read('step', 20) }
	};
}

/** Counts an answer once and puts its sentence into the queue. What can't be kept leaves the voucher unused. */
export async function takePart(
	instance: Instance,
	consultation: Consultation,
	answer: Answer,
	locale: string,
	now: Date
): Promise<Result> {
	const step = consultation.body.steps.find(({ kind }) => kind === consultation.body.current);
	if (consultation.state !== 'open' || !step || answer.step !== step.kind) return { ok: false, reason: 'closed' };
	const text = step.freeText ? tidyStatement(answer.text) : '';
	if ([...text].length > longestStatement) return { ok: false, reason: 'too-long' };
	const option = answer.option || (text ? wroteOption : '');
	if (option === '') return { ok: false, reason: 'nothing' };
	const form = formOf(consultation.id, step.kind);
	const ageBand = (ageBands as readonly string[]).includes(answer.age) ? answer.age : '';
	const { success, output: submission } = safeParse(submissionSchema, { form, answers: { [step.kind]: option }, ageBand });
	if (!success || !fitsForm(listOptions(step), submission.answers)) return { ok: false, reason: 'malformed' };

	const entitled = answer.proof ? await byProof(instance, form, answer, now) : await byVoucher(instance, form, answer, now);
	if (!entitled.ok) return entitled;
	const { groupId, organisationId, entitlement } = entitled;
	const country = await readCountry(instance.accounts, organisationId);
	if (!concerns(consultation, { organisationId, country })) return { ok: false, reason: 'unknown-code' };
	const place = { country, organisationId, groupId };
	if ((await submitAnswers(instance.voices, submission, place, entitlement, now)) === 'spent')
		return { ok: false, reason: 'used' };
	if (text === '') return { ok: true, receipt: null };
	const receipt = makeReceipt();
	const setting = (await listGroupFacts(instance.accounts)).find(({ id }) => id === groupId)?.setting ?? 'other';
	const statement = { consultationId: consultation.id, step: step.kind, organisationId, groupId, setting, locale, raw: text };
	await addStatement(instance.moderation, statement, receipt, now);
	return { ok: true, receipt };
}

type Entitled = { ok: true; groupId: string; organisationId: string; entitlement: Entitlement } | { ok: false; reason: Problem };

async function byProof(instance: Instance, form: string, { proof, group: key }: Answer, now: Date): Promise<Entitled> {
	const group = isGroupKey(key) ? await findGroupByKey(instance.accounts, key) : null;
	if (!group?.open) return { ok: false, reason: 'unknown-code' };
	const hash = await checkProof(instance.voices, form, proof, now);
	if (hash === null) return { ok: false, reason: 'unknown-code' };
	return { ok: true, groupId: group.id, organisationId: group.organisationId, entitlement: { kind: 'proof', hash } };
}

async function byVoucher(instance: Instance, form: string, { voucher }: Answer, now: Date): Promise<Entitled> {
	if (voucher.trim() === '') return { ok: false, reason: 'no-code' };
	if (!wrongCodes.take('', now)) return { ok: false, reason: 'busy' };
	const found = await findVoucher(instance.voices, voucher);
	if (found === null || found.form !== form) return { ok: false, reason: 'unknown-code' };
	wrongCodes.giveBack('');
	const { hash, groupId, organisationId } = found;
	return { ok: true, groupId, organisationId, entitlement: { kind: 'voucher', hash } };
}
