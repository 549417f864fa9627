// Joining and showing the group on this device. The group's key comes in the page that answers a right code.
import { parseMembership, writeMembership, type Membership } from '$lib/groups/membership';

/** After a right code: keeps the membership and goes on to the modules. */
export function keepMembership(page: ParentNode, locale: string): void {
	const element = page.querySelector<HTMLElement>('[data-membership]');
	const membership = element && parseMembership({ ...element.dataset });
	if (!membership) return;
	writeMembership(membership);
	location.replace(`/${locale}/modules`);
}

/** Fills `[data-group-name]` and shows what stands around it, on a device that has joined. */
export function showGroup(page: ParentNode, membership: Membership | null): void {
	if (!membership) return;
	for (const element of page.querySelectorAll('[data-group-name]')) element.textContent = membership.name;
	for (const element of page.querySelectorAll<HTMLElement>('[data-with-group]')) element.hidden = false;
}
