/**
 * Whether a status (RFC 3463) says that there is no such mailbox any more. Others are about who
 * sends, what, how much or by which way: a rule, a full mailbox and a list of blocked senders pass.
 * 5.2.1 is none of them: large providers also give it to a mailbox that gets much just now.
 */
export const saysGone = (status: string) => /^5\.1\.([1236]|10)$/.test(status)
