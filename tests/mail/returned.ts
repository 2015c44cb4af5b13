export const TOKEN = 'ab'.repeat(24)

/** A message as mail servers send them back, in lines that end as they do. */
export function returned({
  token = TOKEN,
  status = '5.1.1',
  action = 'failed',
  type = 'delivery-status',
  told = '550 no such',
} = {}) {
  return [
    `Delivered-To: retur+${token}@svar.example.se`,
    'From: MAILER-DAEMON@mx.example',
    `To: <retur+${token}@svar.example.se>`,
    `Content-Type: multipart/report; report-type=${type};`,
    '\tboundary="=_x"',
    '',
    'This is a MIME message.',
    '--=_x',
    'Content-Type: text/plain',
    '',
    'Status: 5.0.0 says nothing here.',
    '--=_x',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; anna@example.se',
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${told}`,
    '  user here',
    '--=_x--',
    '',
  ].join('\r\n')
}
