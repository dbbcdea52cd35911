import type { SameKeys } from '../../../lib/messages.js';
import { actionsEn, subjectsEn } from './actions-en.js';
import type { zhCn } from './zh-cn.js';

export const en: SameKeys<typeof zhCn> = {
  record: 'Public record',
  title: 'Audit log and proofs',
  lead: 'Every change, sign-in, refusal and export is added to a log that is never changed and is chained into a tree; its root is signed every two minutes and kept by the regulator.',
  more: 'More',
  proof: {
    title: "Check a certificate's entry on this machine",
    lead: 'All is computed here: the proof is fetched, not the verdict. A proof that was kept can be opened without a network.',
    code: 'Code of the certificate',
    ask: 'Fetch the proof and check it',
    file: 'or open a proof (.json)',
    noProof: 'This is no proof. Choose a .json file that this page has saved.',
    otherHash: 'This log is chained by {{hash}}, which a browser cannot compute. Use npm run verify-chain.',
    steps: {
      leaf: 'Hash of the entry {{leaf}}',
      path: '{{n}} hashes lead to the root, which should be {{root}}',
      checkpoint: 'The checkpoint signs this very root, of a log of {{size}} entries',
      signature: "The checkpoint's Ed25519 signature is good",
      unknown:
        "This browser cannot check Ed25519: use a newer one, or compare with the regulator's checkpoint",
    },
    good: 'It holds: the entry is in the log and unchanged',
    bad: 'It does not hold',
    means:
      'It says that the entry stands at position {{position}} and was there by {{at}}. Whoever changes it, or any entry before it, changes the root, which the regulator holds.',
    meansNot:
      'Keep the proof and tell the regulator. It names position {{position}} and a checkpoint of {{at}}.',
    entry: 'Entry and checkpoint as they are signed',
    keep: 'Keep the proof',
  },
  means: {
    title: 'What this proves',
    can: 'That an entry was in the log when it was signed, and was not changed, removed or moved since.',
    cannot:
      'Not that what it says is true, nor that nothing is missing: two people, the books and publication see to that.',
    who: 'The regulator keeps the checkpoints where the operator cannot write; anyone can check the whole log with npm run verify-chain.',
  },
  points: {
    title: 'Signed checkpoints',
    state: 'The log has {{size}} entries, chained by {{hash}}; the key that signs it:',
    none: 'No checkpoint has been signed yet.',
    at: 'Signed',
    size: 'Entries',
    root: 'Root',
  },
  actions: actionsEn,
  subjects: subjectsEn,
  entries: {
    title: 'Audit entries',
    none: 'No entry is like that.',
    position: 'Position',
    at: 'When',
    who: 'Who',
    market: 'The market',
    action: 'Action',
    outcome: 'Outcome',
    outcomes: { all: 'All', done: 'Done', refused: 'Refused', failed: 'Failed' },
    subject: 'Subject',
  },
};
