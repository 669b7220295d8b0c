import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Of IPv4, what is nobody's on the public internet (RFC 6890 and IANA's registry of special addresses). */
const SPECIAL_4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
]
/** Of IPv6, what is not so within 2000::/3, the only part that is public: tunnels lead to other addresses. */
const SPECIAL_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const special = new BlockList()
for (const subnet of SPECIAL_4) special.addSubnet(...partsOf(subnet), 'ipv4')
for (const subnet of SPECIAL_6) special.addSubnet(...partsOf(subnet), 'ipv6')
const unicast = new BlockList()
unicast.addSubnet('2000::', 3, 'ipv6')

function partsOf(subnet: string): [string, number] {
  const [address = '', prefix] = subnet.split('/')
  return [address, Number(prefix)]
}

/** Whether an address is one that anybody reaches: none of an office's network, nor of this machine. */
export function isPublic(address: string): boolean {
  if (isIPv4(address)) return !special.check(address, 'ipv4')
  if (!isIPv6(address) || address.includes('%')) return false
  const inner = innerAddress(address)
  if (inner !== undefined) return isPublic(inner)
  return unicast.check(address, 'ipv6') && !special.check(address, 'ipv6')
}

/** The IPv4 address that an IPv6 one stands for: ::ffff:0:0/96, or 64:ff9b::/96 of NAT64 (RFC 6052). */
function innerAddress(address: string): string | undefined {
  const groups = groupsOf(address)
  const isMapped = groups.slice(0, 5).every(group => group === 0) && groups[5] === 0xffff
  const isTranslated =
    groups[0] === 0x64 && groups[1] === 0xff9b && groups.slice(2, 6).every(group => group === 0)
  if (!isMapped && !isTranslated) return undefined
  return groups
    .slice(6)
    .flatMap(group => [group >> 8, group & 0xff])
    .join('.')
}

/** Its eight numbers. Addresses of the web write all of them in one way. */
function groupsOf(address: string): number[] {
  const plain = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [before = '', after] = plain.split('::')
  const head = before === '' ? [] : before.split(':')
  const tail = after === undefined || after === '' ? [] : after.split(':')
  const zeros = Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0')
  return [...head, ...zeros, ...tail].map(group => Number.parseInt(group, 16))
}
