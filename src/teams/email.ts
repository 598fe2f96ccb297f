import type { Member } from './connector.ts';

/**
 * The address that says who somebody is. A colleague's is kept by the tenant's administrator. A guest's `email`
 * comes from elsewhere and may be of the guest's own choice, so it is never believed; the name that the tenant
 * gave the guest holds the address of the invitation, which the guest had to prove: `jan_uwv.nl#EXT#@…`.
 */
export function emailOf(
  { email, userPrincipalName, tenantId }: Member,
  ownTenant: string | undefined,
): string | undefined {
  // In a shared channel or meeting (Microsoft's local client knows no tenants): an administrator elsewhere decides what this profile says.
  if (ownTenant && tenantId && tenantId.toLowerCase() !== ownTenant.toLowerCase()) return undefined;
  const [invited, ...home] = userPrincipalName?.split(/#ext#/i) ?? [];
  if (home.length > 0) return invitedAddress(invited ?? '');
  return email || userPrincipalName || undefined;
}

/** The last underscore stands for the @: a domain has none. */
function invitedAddress(name: string): string | undefined {
  const at = name.lastIndexOf('_');
  return at > 0 && name.indexOf('.', at) > 0 ? `${name.slice(0, at)}@${name.slice(at + 1)}` : undefined;
}
