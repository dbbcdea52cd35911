import type { SameKeys } from '../../../lib/messages.js';
import type { zhCn } from './zh-cn.js';

export const en: SameKeys<typeof zhCn> = {
  title: 'Rules and guide',
  lead: 'How the market works and who does what when. The numbers are those of the policy version in force; each notice runs under the version of its day, and what the notice says counts.',
  contents: 'Contents',
  version: 'Policy pack {{pack}}, version {{version}}',
  words: 'Words',
  chapters: {
    countyFirst: {
      title: 'County-first',
      points: {
        first:
          "A county's quota first covers its own needs of the next {{horizon}} months, with a reserve of {{reserve}}% kept back. Area, paddy and grain capacity are counted each on its own; only what is left may be listed.",
        declare:
          'A county declares its needs every year and signs them; with a declaration older than {{declaration}} days it cannot list.',
        watch:
          'When needs, reserve, freezes or areas change after listing, the margin is computed again at once: what is not open yet is reduced or withdrawn, what has bids goes to the regulator.',
        proof:
          'Every trade carries a county-first certificate with the margins at notice, close and transfer, which anyone can verify.',
      },
    },
    notice: {
      title: 'Listing and notice',
      points: {
        draft:
          'A maker of the county drafts the notice from lots of the quota bank, and a second person certifies it; {{lanes}} lanes approve supplementary farmland, {{lanesLsq}} linkage savings.',
        days: 'The notice stands {{notice}} days and the listing {{listing}} days; the city window takes {{cityWindow}} working days (0: none).',
        price:
          'Opening prices per mu: dryland {{dry}}, paddy {{paddy}}, linkage savings {{lsq}} CNY; the smallest lot is {{least}} mu.',
        register:
          'Bidders register with a deposit of {{deposit}}% of the opening price, which must have arrived {{depositHours}} hours before the listing ends.',
      },
    },
    auction: {
      title: 'Bidding',
      points: {
        step: 'Each bid rises by at least {{step}}% of the opening price. Listing bids stop {{stop}} minutes before the end; after an ask window of {{ask}} minutes timed bidding starts if anyone wants to go on.',
        timed:
          'A round of timed bidding takes {{timed}} minutes and starts again with every good bid; the lot is sold when a round passes in silence.',
        ceiling:
          'At the ceiling ({{ceiling}}% of the opening price) a verifiable draw decides among those who accept it; anyone can run it again.',
        clock:
          "The database's clock decides. When the system is down for more than {{outage}} seconds in the final window, bidding pauses and is extended, in public.",
        sealed:
          "Sealed bids are encrypted in the bidder's browser; nobody, the operator included, can read a price before the opening, which takes two of three key holders.",
        negotiated: 'A negotiated price lies within {{band}}% of the guide price.',
      },
    },
    money: {
      title: 'Money',
      points: {
        contract:
          'A result stands after {{publicity}} working days without objection; the contract is signed within {{contract}} days and the balance paid within {{payment}}; the deposit counts towards the price.',
        late: 'Late payment costs {{late}}% a day; after {{lateDefault}} days it is a default: the deposit is lost, and the buyer may not bid for {{ban}} months, {{secondBan}} the second time.',
        refund: 'Those who did not win have their deposits back within {{refund}} working days.',
        proceeds:
          'Proceeds are deducted and shared by rule, every fen has its place, and two people release each payout.',
      },
    },
    quota: {
      title: 'Using quota',
      points: {
        use: 'Bought quota is earmarked to a construction project and written off when its land is approved; like replaces like in area, quality and paddy.',
        term: 'Supplementary farmland is used within {{validity}} months of its transfer, linkage savings within {{turnover}}.',
        care: 'New farmland is cared for; where a check fails, quota is deducted and replaced like for like.',
      },
    },
    objection: {
      title: 'Publicity and objections',
      points: {
        stop: "An objection in the publicity period stops that trade's payout by itself, until it is answered with reasons.",
        report:
          'Anyone may report a notice, a lot or a trade; each report has an owner, a deadline and an answer.',
      },
    },
    check: {
      title: 'Check for yourself',
      points: {
        certificate:
          "Scan a certificate's QR code or type its number, without signing in; or drop the file to compare it on your own machine.",
        draw: 'The record of a draw can be downloaded and rerun by a button or a command.',
        log: 'Everything goes into an append-only audit log whose signed checkpoints the regulator keeps.',
      },
    },
  },
  glossary: {
    sfq: {
      word: 'Supplementary farmland quota',
      meaning:
        'Farmland gained by accepted and filed consolidation projects: area, paddy and grain capacity.',
    },
    lsq: {
      word: 'Linkage savings quota',
      meaning: 'Reclaimed construction land beyond what the county itself can reuse.',
    },
    bank: { word: 'Quota bank', meaning: 'The accounts in which counties and others hold quota.' },
    earmark: { word: 'Earmark, release', meaning: 'Tying quota to a construction project, or undoing it.' },
    writeOff: { word: 'Write-off', meaning: "The final use of quota when a project's land is approved." },
    reserve: { word: 'Reserve', meaning: 'What a county must keep and may not sell.' },
    margin: {
      word: 'Margin',
      meaning: 'Available less needs less reserve; only a positive one may be sold.',
    },
    deposit: {
      word: 'Deposit',
      meaning: 'Paid at registration; it counts towards the price or is returned.',
    },
  },
};
