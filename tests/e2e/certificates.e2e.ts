// From an invitation to a certificate by the screens alone: a peer expert and a coach, then renewal, revocation and erasure; and what
// each refuses on the way.
import { eq } from 'drizzle-orm';
import { addMonths, monthOf } from '../../src/lib/certification/badge';
import { behaviours } from '../../src/lib/certification/rubric';
import { awardTable, badgeTable, ledMeetingTable, unitDoneTable } from '../../src/lib/certification/tables.server';
import { createGroup } from '../../src/lib/groups/groups.server';
import { addDays } from '../../src/lib/i18n/day';
import { findViolations } from './axe';
import { today, demo, button, saved, idOf, force, planDay, enterPaper, markAll, signAll, rateAll, sign } from './certify';
import { signInDemo } from './demo-sign-in';
import { anotherBrowser, invite, takeInvitation, takePseudonym, withAccounts } from './people';
import { e2eOrigin } from './place';
import { expect, test } from './test';
import { findPath, listPlayable, playUnit } from './units';
import { words } from './words';

test.use({ expectsCookie: true, viewport: { width: 1280, height: 800 } });
test.setTimeout(420_000);

test('a peer expert and a coach come to their certificates, renew, revoke and leave', async ({ browser }) => {
	const coach = await anotherBrowser(browser, { viewport: { width: 1280, height: 800 } });
	const { username } = await takeInvitation(coach, await invite('coach'), `e2e-${Date.now()}`);
	const coachId = await idOf(username);
	const wanted = { organisationId: 'demo-tilleuls', name: 'Essai certificats', setting: 'shelter' as const, coachIds: [coachId] };
	const group = await withAccounts((accounts) => createGroup(accounts, { ...wanted, opened: true }, new Date()));
	const coordinator = await anotherBrowser(browser, { viewport: { width: 1280, height: 800 } });
	await signInDemo(coordinator, demo('demo-claire'));
	const peer = await anotherBrowser(browser, { viewport: { width: 360, height: 740 } });
	let peerId = '';
	let badge = '';

	await test.step('the coach invites; the peer expert sees what comes first, and why', async () => {
		await coach.goto('/fr/coach/peers');
		await button(coach, words('peer.invite')).click();
		const link = await coach.locator('.url').innerText();
		const taken = await takePseudonym(peer, link);
		peerId = await idOf(taken.username);
		await peer.goto('/fr/peer');
		await expect(peer.getByRole('heading', { name: words('path.step_wellbeing') })).toBeVisible();
		await expect(peer.getByText(words('path.by_coach'))).toBeVisible();
	});

	await test.step('the coach talks first; nobody else can say what a coach saw', async () => {
		await coach.goto(`/fr/coach/peers/${peerId}`);
		await coach.getByRole('link', { name: words('path.ofPeerLink') }).click();
		const path = new URL(coach.url()).pathname;
		const tomorrow = await force(coach, `${path}?/wellbeing`, { on: addDays(today, 1) });
		expect(tomorrow.text).toContain('400');
		await button(coach, words('path.talked')).click();
		await saved(coach);
		const other = await anotherBrowser(browser);
		await signInDemo(other, demo('demo-bruno'));
		const ratings = Object.fromEntries(behaviours.map((each) => [each, 'alone']));
		expect((await force(other, `${path}?/rate`, ratings)).status).toBe(404);
		expect((await force(coordinator, `${path}?/rate`, ratings)).status).toBe(403);
		await other.context().close();
	});

	await test.step('the charter is accepted, taken back, and accepted', async () => {
		await peer.goto('/fr/peer');
		await peer
			.getByRole('link', { name: words('path.act_charter') })
			.first()
			.click();
		await button(peer, words('path.charterYes')).click();
		await button(peer, words('path.charterBack')).click();
		await button(peer, words('path.charterYes')).click();
		await saved(peer);
	});

	await test.step('the units are played by their links; the simulation must be passed; a forged path counts for nobody', async () => {
		const units = listPlayable('peer-expert');
		expect(units.map(({ training }) => training.unit)).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7']);
		const simulation = units[3]!;
		await playUnit(peer, simulation, findPath(simulation, { passed: false }));
		await button(peer, words('path.endKeep')).click();
		await expect(peer.getByText(words('path.unitAlmost'))).toBeVisible();
		for (const unit of units) {
			await playUnit(peer, unit, findPath(unit, { passed: true }));
			const token = await peer.locator('[name="play"]').inputValue();
			if (unit === simulation) {
				const forged = await force(peer, `/fr/units/${unit.slug}`, { play: token.replace(/.{22}$/, 'A'.repeat(22)) });
				expect(forged.text).toContain('400');
				// Somebody else's play, signed for them, is worth as little.
				expect((await force(coach, `/fr/units/${unit.slug}`, { play: token })).text).toContain('400');
			}
			await button(peer, words('path.endKeep')).click();
			await expect(peer.getByText(words('path.unitCounted')), unit.slug).toBeVisible();
		}
	});

	await test.step('two training days are counted, none before its day', async () => {
		for (const [days, programme] of [
			[-20, 'day-1'],
			[-10, 'day-2']
		] as const) {
			await planDay(coordinator, addDays(today, days), programme);
			for (const id of [peerId, coachId]) await coordinator.locator(`[name="who"][value="${id}"]`).check();
			await coordinator.locator('form:has([name="who"])').getByRole('button').click();
			await saved(coordinator);
		}
		const coming = await planDay(coordinator, addDays(today, 10), 'day-3');
		await expect(coordinator.locator('[name="who"]')).toHaveCount(0);
		const early = await force(coordinator, `${coming}?/attendance`, { young: '1', adults: '1', who: peerId, version: '1' });
		expect(early.text).toContain('400');
	});

	await test.step('two meetings are led, noted by who led them, signed by the coach who was there', async () => {
		for (const days of [-6, -3]) await enterPaper(peer, group.id, addDays(today, days));
		const unknown = await force(peer, '/fr/peer/meetings', { on: addDays(today, 1), kit: 'aider', led: 'yes' });
		expect(unknown.text).toContain('400');
		await markAll(peer);
		await expect(peer.getByText(words('path.unsigned'))).toHaveCount(2);
		await coach.goto('/fr/coach');
		await expect(coach.locator('main a[href*="/path#meetings"]').first()).toBeVisible();
		await signAll(coach, peerId);
	});

	await test.step('both rate, then they talk, then they agree', async () => {
		await coordinator.goto(`/fr/coordinate/certificates/${peerId}`);
		await expect(coordinator.getByRole('button', { name: words('path.signButton') })).toHaveCount(0);
		const early = await force(coordinator, `/fr/coordinate/certificates/${peerId}?/sign`, { name: 'line', seen: 'yes' });
		expect(early.text).toContain('409');
		await coach.goto(`/fr/coach/peers/${peerId}/path`);
		await rateAll(coach, '#rubric', 'with-help');
		await coach.locator('#rubric').getByRole('button').click();
		await peer.goto('/fr/peer/rubric');
		await expect(peer.getByText(words('path.ratedCoach'))).toHaveCount(0);
		await rateAll(peer, 'main', 'alone');
		await button(peer, words('work.save')).click();
		await expect(peer.getByText(words('path.rubricTalkText'))).toBeVisible();
		await coach.goto(`/fr/coach/peers/${peerId}/path`);
		await button(coach, words('path.rubricAgree')).click();
		await saved(coach);
		await expect(coach.getByText(words('path.readyCoach'))).toBeVisible();
		expect(await findViolations(coach)).toEqual([]);
	});

	await test.step('the coordinator reads what is done, and signs', async () => {
		await coordinator.goto('/fr/coordinate');
		await coordinator.locator('main a[href$="/coordinate/certificates"]').first().click();
		await coordinator.locator(`main a[href$="/certificates/${peerId}"]`).click();
		expect(await findViolations(coordinator)).toEqual([]);
		badge = await sign(coordinator, peerId);
		expect(badge).toMatch(/^[0-9a-f]{32}$/);
		await peer.goto('/fr/peer');
		await expect(peer.locator(`a[href$="/certificates/${badge}"]`)).toBeVisible();
	});

	await test.step('whoever joins the group reads that it has a certified peer expert, and no name', async () => {
		const phone = await anotherBrowser(browser);
		await phone.goto('/fr/join');
		const answer = await phone.request.post(`${e2eOrigin}/fr/join`, {
			headers: { origin: e2eOrigin, accept: 'text/html' },
			form: { code: group.code }
		});
		expect(await answer.text()).toContain(words('join.certified', { n: 1, most: 2 }));
		await phone.context().close();
	});

	await test.step('a month before its end, two units and a meeting renew it', async () => {
		const then = addMonths(monthOf(new Date()), -23);
		await withAccounts((accounts) =>
			accounts.write(async (tx) => {
				await tx
					.update(badgeTable)
					.set({ month: then, validUntil: addMonths(then, 24) })
					.where(eq(badgeTable.id, badge));
				await tx.update(awardTable).set({ month: then }).where(eq(awardTable.badgeId, badge));
				const old = { completedOn: `${then}-02`, passedOn: `${then}-02`, checkedOn: `${then}-02` };
				await tx.update(unitDoneTable).set(old).where(eq(unitDoneTable.accountId, peerId));
				await tx.delete(ledMeetingTable).where(eq(ledMeetingTable.accountId, peerId));
			})
		);
		await peer.goto('/fr/peer');
		await expect(peer.getByRole('heading', { name: words('path.step_again-units') })).toBeVisible();
		await coordinator.goto('/fr/coordinate/certificates');
		await expect(coordinator.getByText(words('path.endingList'))).toBeVisible();
		for (const unit of listPlayable('peer-expert').filter(({ training }) => training.renewal)) {
			await playUnit(peer, unit, findPath(unit, { passed: true }));
			await button(peer, words('path.endKeep')).click();
		}
		await enterPaper(peer, group.id, today);
		await markAll(peer);
		await signAll(coach, peerId);
		const renewed = await sign(coordinator, peerId);
		expect(renewed).not.toBe(badge);
		badge = renewed;
	});

	await test.step('the coach’s own way: charter, units, a day, the organisation’s word', async () => {
		await coach.goto('/fr/coach/path');
		await coach.goto('/fr/charter');
		await button(coach, words('path.charterYes')).click();
		for (const unit of listPlayable('coach')) {
			await playUnit(coach, unit, findPath(unit, { passed: true }));
			await button(coach, words('path.endKeep')).click();
			await expect(coach.getByText(words('path.unitCounted')), unit.slug).toBeVisible();
		}
		await coach.goto('/fr/coach/path');
		await expect(coach.getByText(words('path.by_coordination'))).toBeVisible();
		await coordinator.goto(`/fr/coordinate/certificates/${coachId}`);
		await coordinator.locator('[name="role"]').selectOption('safeguarding');
		await coordinator.locator('form[action$="confirm"]').first().getByRole('button').click();
		await saved(coordinator);
	});

	await test.step('a signed certificate is revoked with a reason, and the coach reads so', async () => {
		const own = await sign(coordinator, coachId);
		await coach.goto('/fr/coach/path');
		await expect(coach.locator(`a[href$="/certificates/${own}"]`)).toBeVisible();
		const path = `/fr/coordinate/certificates/${coachId}`;
		expect((await force(coordinator, `${path}?/revoke`, { badge: own, reason: 'asked' })).text).toContain('400');
		await coordinator.goto(path);
		await coordinator.locator('summary').click();
		await coordinator.locator('[name="reason"]').selectOption('mistake');
		await coordinator.locator('[name="sure"]').check();
		await button(coordinator, words('path.revokeButton')).click();
		await expect(coordinator.getByText(words('path.revokedDone'))).toBeVisible();
		await coach.goto('/fr/coach/path');
		await expect(coach.getByText(words('path.certifiedTitle'))).toHaveCount(0);
		await coordinator.goto('/fr/coordinate/audit');
		await expect(coordinator.locator('table').getByText(words('coordinate.log_revoked-mistake')).first()).toBeVisible();
	});

	await test.step('who is erased leaves a badge that stays valid and leads to nobody', async () => {
		await coach.goto(`/fr/coach/peers/${peerId}`);
		await coach.locator('summary', { hasText: words('peer.eraseLabel') }).click();
		await coach.locator('[name="sure"]').check();
		await button(coach, words('peer.eraseButton')).click();
		await expect(coach.getByText(words('peer.erased'))).toBeVisible();
		const left = await withAccounts(async (accounts) => ({
			awards: await accounts.read.select().from(awardTable).where(eq(awardTable.badgeId, badge)),
			units: await accounts.read.select().from(unitDoneTable).where(eq(unitDoneTable.accountId, peerId)),
			badges: await accounts.read.select().from(badgeTable).where(eq(badgeTable.id, badge))
		}));
		expect(left).toMatchObject({ awards: [], units: [], badges: [{ revokedOn: null }] });
		expect((await coach.request.get(`${e2eOrigin}/badges/${badge}`)).status()).toBe(200);
		// Their pages are gone with them, and nothing more is issued.
		expect((await force(coordinator, `/fr/coordinate/certificates/${peerId}?/sign`, { name: 'line', seen: 'yes' })).status).toBe(
			404
		);
		await peer.goto('/fr/peer');
		await expect(peer).toHaveURL(/sign-in/);
	});

	for (const page of [coach, coordinator, peer]) await page.context().close();
});
