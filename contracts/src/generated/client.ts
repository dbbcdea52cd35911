// Made from openapi.json by `npm run openapi`; never edited by hand.

export interface paths {
    "/api/v1/accounts/{partyCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProjectsController_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OversightController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SurveillanceController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OversightController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SurveillanceController_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SurveillanceController_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allowances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CountyRecordsController_listAllowances"];
        put: operations["CountyRecordsController_settleAllowance"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AuditLogController_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-log/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AuditLogController_checkpointsBefore"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-log/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AuditLogController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CalendarController_year"];
        put: operations["CalendarController_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PublicationController_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ChangesController_after"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ChangesController_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes/{position}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ChangesController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clearing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ClearingController_study"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ClockController_now"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cockpit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OversightController_cockpit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ComplaintsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/county-first": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CountyFirstController_positions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/county-first/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CountyFirstController_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/county-first/{countyCode}/{quota}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CountyFirstController_detail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/declarations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CountyRecordsController_declare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DelegationsController_list"];
        put?: never;
        post: operations["DelegationsController_give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["DelegationsController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DemandController_list"];
        put?: never;
        post: operations["DemandController_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/depth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DemandController_depth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DemandController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/payments/{id}/funding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PaymentsController_fund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/personas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SessionController_personas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SessionController_openPersona"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{sheet}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["BankPapersController_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/family": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProjectRecordsController_tree"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReconciliationsController_findings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/freezes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QuotaActsController_listFreezes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/holder-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SealedController_keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/key-projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["BankPapersController_listKeys"];
        put?: never;
        post: operations["BankPapersController_addKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/key-projects/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["BankPapersController_removeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListingsController_feed"];
        put?: never;
        post: operations["ListingsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListingsController_one"];
        put: operations["ListingsController_edit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ListingApprovalsController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/bids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["BiddingController_ladder"];
        put?: never;
        post: operations["BiddingController_bid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/bids/by-key/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["BiddingController_byKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/bids/{seq}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AuditLogController_ofBid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/ceiling-acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["BiddingController_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ListingApprovalsController_certify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/eligibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["EligibilityController_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/limit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["BiddingController_limit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PurchaseController_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/purchases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SealedController_buy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/reduction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ListingApprovalsController_acceptReduction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["BiddingController_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/registrations/cover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["BiddingController_cover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReplayController_replay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/room": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["BiddingController_room"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/sealed-bids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SealedController_log"];
        put?: never;
        post: operations["SealedController_seal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/sealed-bids/{bid}/revelation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SealedController_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SealedController_share"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SealedController_giveShare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ListingApprovalsController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lot-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["LotOrdersController_all"];
        put?: never;
        post: operations["LotOrdersController_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lot-orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["LotOrdersController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lot-orders/{id}/contributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["LotOrdersController_contribute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lot-orders/{id}/draw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["LotOrdersController_draw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProjectsController_listLots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProjectsController_oneLot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market/atlas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AtlasController_atlas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market/region-map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RegionMapController_current"];
        put: operations["RegionMapController_putUp"];
        post?: never;
        delete: operations["RegionMapController_takeDown"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market/region-map/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RegionMapController_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OversightController_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MeasuresController_list"];
        put?: never;
        post: operations["MeasuresController_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MeasuresController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/money/{party}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MoneyController_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/month-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MonthReportsController_list"];
        put?: never;
        post: operations["MonthReportsController_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/month-reports/{id}/files/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MonthReportsController_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/month-reports/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MonthReportsController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListingApprovalsController_waiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/holder-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SealedController_setKey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListingsController_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PaymentsController_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/plan-acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PlansController_acts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/quota-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DemandController_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/quota-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QuotaRequestsController_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["BiddingController_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/runner-up-offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RunnerUpController_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["WalletController_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/wallet/top-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WalletController_topUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/wallet/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WalletController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CountyRecordsController_list"];
        put?: never;
        post: operations["CountyRecordsController_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CountyRecordsController_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CountyRecordsController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["NotificationsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["NotificationsController_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objections/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ComplaintsController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OversightController_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/paper-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PaperBatchesController_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/paper-batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PaperBatchesController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/papers/{digest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PublicationController_checkPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PartiesController_list"];
        put?: never;
        post: operations["PartiesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PaymentsController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PaymentsController_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PayoutsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PayoutsController_totals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/{id}/beneficiaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PayoutsController_names"];
        put?: never;
        post: operations["PayoutsController_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/{id}/preparation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PayoutsController_prepare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PayoutsController_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PartiesController_listPeople"];
        put?: never;
        post: operations["PartiesController_createOne"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["PartiesController_amend"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["PartiesController_setPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-runs/{key}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PlanRunsController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-runs/{key}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PlanRunsController_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PlansController_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PlansController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PlansController_act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PolicyController_inForce"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PolicyController_versions"];
        put?: never;
        post: operations["PolicyController_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/versions/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PolicyController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/versions/{id}/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PolicyController_trial"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practice/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PracticeController_rooms"];
        put?: never;
        post: operations["PracticeController_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practice/rooms/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PracticeController_room"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practice/rooms/{code}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PracticeController_act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practice/rooms/{code}/players": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PracticeController_join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practice/rooms/{code}/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PracticeController_host"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/price-index": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PriceIndexController_index"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/price-index/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PriceIndexController_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/project-filings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ProjectRecordsController_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/project-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProjectImportsController_list"];
        put?: never;
        post: operations["ProjectImportsController_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/project-imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProjectImportsController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/project-imports/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ProjectImportsController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProjectsController_list"];
        put?: never;
        post: operations["ProjectsController_bank"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProjectsController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{number}/care": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ProjectRecordsController_agreeCare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{number}/care-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ProjectRecordsController_checkCare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{number}/defects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QuotaActsController_recordDefect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{number}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ProjectRecordsController_attach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{number}/documents/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProjectRecordsController_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{number}/parcels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ProjectRecordsController_parcels"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{number}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProjectRecordsController_record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{number}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ProjectRecordsController_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quota-acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QuotaActsController_listActs"];
        put?: never;
        post: operations["QuotaActsController_act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quota-loans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QuotaActsController_listLoans"];
        put?: never;
        post: operations["QuotaActsController_lend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quota-loans/{id}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QuotaActsController_giveBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quota-requests/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QuotaRequestsController_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reclamation-fees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["BankPapersController_listFees"];
        put?: never;
        post: operations["BankPapersController_recordFee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReconciliationsController_list"];
        put?: never;
        post: operations["ReconciliationsController_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReconciliationsController_detail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{id}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PurchaseController_certify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/replacements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QuotaActsController_listDuties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/replacements/{id}/fulfilments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QuotaActsController_replace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ComplaintsController_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ComplaintsController_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{receipt}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ComplaintsController_answerOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PublicationController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["NotificationsController_schedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runner-up-offers/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RunnerUpController_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sample-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SampleReviewsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sample-reviews/{id}/finding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SampleReviewsController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/satellite-patches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SurveillanceController_patch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SessionController_current"];
        put?: never;
        post: operations["SessionController_open"];
        delete: operations["SessionController_close"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SessionController_renewPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SettingsController_read"];
        put: operations["SettingsController_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/email-confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SettingsController_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["StatementsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements/bank": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["StatementsController_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["StreamController_follow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/surveillance/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SurveillanceController_settings"];
        put: operations["SurveillanceController_tune"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/surveys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CountyRecordsController_surveys"];
        put?: never;
        post: operations["CountyRecordsController_survey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suspensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SuspensionsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["NotificationsController_longWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["TradesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trades/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["TradesController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trades/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ComplaintsController_object"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trades/{id}/papers/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PublicationController_paper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trades/{id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["TradesController_pay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trades/{id}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["TradesController_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QuotaUsesController_list"];
        put?: never;
        post: operations["QuotaUsesController_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QuotaUsesController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uses/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QuotaUsesController_giveBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uses/{id}/write-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QuotaUsesController_consume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verify/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PublicationController_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verify/{code}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AuditLogController_ofCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["WebhooksController_list"];
        put?: never;
        post: operations["WebhooksController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["WebhooksController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-endpoints/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["WebhooksController_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-endpoints/{id}/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WebhooksController_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/stripe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WebhooksController_stripe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/yearly-use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CountyRecordsController_yearlyUses"];
        put: operations["CountyRecordsController_recordUse"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptCeiling: Record<string, never>;
        AcceptReduction: Record<string, never>;
        ActOnPlan: {
            /** @enum {string} */
            aim: "least-cost" | "fewest-counterparties" | "soonest";
            /**
             * @default each
             * @enum {string}
             */
            deposit?: "each" | "wallet";
        };
        ActOnQuota: {
            /** @enum {string} */
            kind: "deduction" | "national-pool" | "reserve-in" | "return";
            /** Format: uuid */
            lotId: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa?: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            paddyHa?: string;
            /**
             * @description kilograms with 4 decimals
             * @example 365126.4000
             */
            capacityKg?: string;
            documentNo: string;
            reason: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            paidCny?: string;
        };
        AgreeCare: {
            body: string;
            /** Format: date */
            fromDay: string;
            years: number;
        };
        Alert: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            code: "COUNTY_FIRST_BREACH" | "NEGATIVE_OR_UNBALANCED_ACCOUNT" | "RETENTION_BELOW_TARGET" | "DEFICIT_COUNTY_LISTING" | "PRICE_OUT_OF_BAND" | "SINGLE_BIDDER_AT_START" | "CEILING_LOTTERY" | "LINKED_BIDDERS" | "PAYMENT_OVERDUE" | "TRANSFER_NOT_FILED" | "LOT_FROZEN_IN_TRADE" | "QUOTA_EXPIRING" | "BUYER_HOARDING" | "PROJECT_QUALITY_MISMATCH" | "LATE_NEEDS_DECLARATION" | "SATELLITE_PATCH_HIT" | "JOB_QUARANTINED" | "WORK_STUCK" | "AUDIT_LOG_CHANGED";
            /** @enum {string} */
            severity: "high" | "medium" | "low";
            subjectType: string;
            /** Format: uuid */
            subjectId: string;
            subject: string | null;
            party: components["schemas"]["PartyLabel"] | null;
            regionCode: string;
            evidence: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            raisedAt: string;
            /** Format: date-time */
            dueAt: string | null;
            decision: string | null;
            /** Format: date-time */
            decidedAt: string | null;
        };
        AlertPage: {
            items: components["schemas"]["Alert"][];
            nextCursor: string | null;
        };
        Allowance: {
            county: string;
            year: number;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            usedHa: string;
            documentNo: string;
            /** Format: date-time */
            recordedAt: string;
        };
        AllowanceList: {
            items: components["schemas"]["Allowance"][];
        };
        AmendPerson: {
            displayName: string;
            roles: ("maker" | "checker" | "approver" | "bidder" | "finance" | "regulator" | "auditor" | "administrator")[];
            disabled: boolean;
        };
        AnswerOffer: {
            accept: boolean;
        };
        AnswerQuotaRequest: {
            /** @enum {string} */
            decision: "accepted" | "declined";
            reason?: string;
        };
        AnswerReport: {
            answer: string;
        };
        Approval: {
            round: number;
            ordinal: number;
            /** @enum {string} */
            lane: "county-check" | "city" | "region" | "region-government";
            party: components["schemas"]["PartyRef"];
            /** @enum {string|null} */
            decision: "approved" | "rejected" | null;
            reason: string | null;
            personName: string | null;
            onBehalfOf: string | null;
            /** Format: date-time */
            dueAt: string | null;
            /** Format: date-time */
            decidedAt: string | null;
        };
        ArithmeticLine: {
            /** @enum {string} */
            component: "area" | "paddy" | "capacity";
            available: string;
            need: string;
            reserve: string;
            margin: string;
            surplus: string;
            asked: string;
            holds: boolean;
        };
        AuctionReplay: {
            /** Format: uuid */
            listingId: string;
            number: string | null;
            title: string;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            /** @enum {string} */
            form: "timed-bidding" | "fixed-price" | "sealed-uniform" | "sealed-first-price" | "reverse-purchase" | "negotiated" | "allocation";
            /** @enum {string} */
            status: "draft" | "county-certified" | "city-review" | "region-review" | "gov-approval" | "prefecture-window" | "notice" | "listing-open" | "timed-bidding" | "ceiling-reached" | "lottery" | "closed-sold" | "closed-failed" | "suspended" | "terminated" | "withdrawn";
            seller: components["schemas"]["PartyRef"];
            winner: components["schemas"]["PartyRef"] | null;
            terms: {
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                startPriceCny: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                stepCny: string | null;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                ceilingCny: string | null;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                floorCny: string | null;
                /** Format: date-time */
                opensAt: string;
                /** Format: date-time */
                listingBidsStopAt: string | null;
                /** Format: date-time */
                listingEndsAt: string;
                /** Format: date-time */
                timedStartsAt: string | null;
                windowMin: number | null;
            };
            masked: boolean;
            steps: {
                version: number;
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                event: "listing.drafted" | "listing.edited" | "listing.certified" | "listing.approved" | "listing.rejected" | "listing.noticed" | "listing.withdrawn" | "listing.reduced" | "listing.suspended" | "listing.resumed" | "listing.terminated" | "bidder.admitted" | "phase.changed" | "window.extended" | "bid.accepted" | "ceiling.reached" | "ceiling.accepted" | "drawn" | "order.opened" | "order.drawn" | "listing.bought" | "offer.accepted" | "bid.sealed" | "share.given" | "seals.opened" | "closed";
                bidderNo: number | null;
                bidder: components["schemas"]["PartyRef"] | null;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                priceCny: string | null;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                areaHa: string | null;
                voidReason: string | null;
                /** @enum {string|null} */
                holder: "county" | "operator" | "regulator" | null;
                reason: string | null;
                leaderNo: number | null;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                leadingCny: string | null;
                bidCount: number;
                candidates: number;
                /** Format: date-time */
                closesAt: string | null;
            }[];
            verdict: {
                recorded: {
                    /** @enum {string} */
                    outcome: "sold" | "failed";
                    winnerNo: number | null;
                    /**
                     * @description CNY with 2 decimals
                     * @example 45640800.00
                     */
                    priceCny: string | null;
                    /** Format: date-time */
                    closedAt: string;
                    awards: {
                        bidderNo: number;
                        /**
                         * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                         * @example 60.8544
                         */
                        areaHa: string;
                        /**
                         * @description CNY with 2 decimals
                         * @example 45640800.00
                         */
                        priceCny: string;
                    }[];
                } | null;
                recomputed: {
                    /** @enum {string} */
                    outcome: "sold" | "failed";
                    winnerNo: number | null;
                    /**
                     * @description CNY with 2 decimals
                     * @example 45640800.00
                     */
                    priceCny: string | null;
                    /** Format: date-time */
                    closedAt: string;
                    awards: {
                        bidderNo: number;
                        /**
                         * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                         * @example 60.8544
                         */
                        areaHa: string;
                        /**
                         * @description CNY with 2 decimals
                         * @example 45640800.00
                         */
                        priceCny: string;
                    }[];
                } | null;
                draw: {
                    candidates: number;
                    verified: boolean;
                } | null;
                equal: boolean | null;
                fault: {
                    version: number;
                    why: string;
                } | null;
            };
        };
        AuditCheckpoints: {
            items: {
                size: number;
                root: string;
                /** Format: date-time */
                at: string;
                /** @description C2SP tlog-checkpoint: origin, size, root in base64, `at`, `hash`; then its Ed25519 signature */
                note: string;
            }[];
            next: number | null;
        };
        AuditEntries: {
            items: {
                position: number;
                /** Format: date-time */
                at: string;
                actor: string | null;
                party: components["schemas"]["PartyLabel"] | null;
                action: string;
                /** @enum {string} */
                outcome: "done" | "refused" | "failed";
                code: string | null;
                subjectType: string;
                subjectId: string;
                detail: {
                    [key: string]: unknown;
                };
            }[];
            next: number | null;
        };
        AuditLog: {
            size: number;
            /** @enum {string} */
            hash: "SHA-256" | "SM3";
            /** @description C2SP tlog-checkpoint: origin, size, root in base64, `at`, `hash`; then its Ed25519 signature */
            checkpoint: string | null;
            /** Format: date-time */
            checkpointAt: string | null;
            publicKey: string | null;
        };
        BankProject: {
            number?: string;
            owner: string;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            name: string;
            acceptanceNo: string;
            /** Format: date */
            acceptedOn: string;
            filingNo: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa?: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            paddyHa?: string;
            /**
             * @description kilograms with 4 decimals
             * @example 365126.4000
             */
            capacityKg?: string;
            grade?: number;
            /** @enum {string} */
            fundingSource: "county" | "reclamation-fee" | "social" | "new-construction-land-fee";
            /** @default true */
            landClassChanged?: boolean;
            /** Format: date-time */
            validUntil?: string;
        };
        BankStatement: {
            lines: number;
            fresh: number;
            unmatched: number;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            totalCny: string;
            rejected: {
                row: number;
                column: string;
                expected: string;
            }[];
        };
        BeneficiaryList: {
            items: {
                name: string;
                accountTail: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                areaHa: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                amountCny: string;
            }[];
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            totalCny: string;
        };
        BidLadder: {
            items: components["schemas"]["LadderBid"][];
            nextCursor: string | null;
        };
        BidReceipt: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            listingId: string;
            /** @description place in the log of the listing, from 1 */
            seq: number;
            bidderNo: number;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            priceCny: string;
            /** @enum {string} */
            phase: "listing" | "timed" | "ceiling";
            /** Format: date-time */
            acceptedAt: string;
            /** @description version of the listing that this bid made */
            version: number;
            /**
             * @description lowest bid that counts now; null at the ceiling
             * @example 45640800.00
             */
            minimumCny: string | null;
            /** Format: date-time */
            closesAt: string | null;
        };
        BidState: {
            /** @enum {string} */
            state: "accepted" | "absent";
            bid: components["schemas"]["BidReceipt"] | null;
        };
        BucketBalances: {
            available: components["schemas"]["Quantities"];
            listed: components["schemas"]["Quantities"];
            inSettlement: components["schemas"]["Quantities"];
            earmarked: components["schemas"]["Quantities"];
            frozen: components["schemas"]["Quantities"];
            writtenOff: components["schemas"]["Quantities"];
            deducted: components["schemas"]["Quantities"];
            expired: components["schemas"]["Quantities"];
            nationalPool: components["schemas"]["Quantities"];
        };
        Buy: Record<string, never>;
        CalendarYear: {
            year: number;
            items: {
                /** Format: date */
                day: string;
                working: boolean;
                note: string;
            }[];
        };
        CaseFile: {
            /** Format: uuid */
            alertId: string;
            alert: components["schemas"]["Alert"];
            owner: string | null;
            /** Format: date-time */
            dueAt: string | null;
            notes: {
                /** Format: uuid */
                id: string;
                byName: string;
                body: string;
                /** Format: date-time */
                at: string;
            }[];
            outcome: string | null;
            reason: string | null;
            /** Format: date-time */
            decidedAt: string | null;
        };
        CaseNote: {
            body: string;
        };
        CeilingReceipt: {
            /** Format: uuid */
            listingId: string;
            /** @description place in the log of the listing */
            seq: number;
            bidderNo: number;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            ceilingCny: string;
            /** Format: date-time */
            acceptedAt: string;
            /** @description bidders at the ceiling so far, this one included */
            candidates: number;
            /** Format: date-time */
            closesAt: string;
            version: number;
        };
        CertifyListing: {
            statement?: string;
            sealing?: components["schemas"]["SealingCeremony"];
        };
        CertifyOffer: Record<string, never>;
        ChangeFeed: {
            items: components["schemas"]["Release"][];
            next: number;
            head: number;
        };
        ChangePassword: {
            current: string;
            password: string;
        };
        ChangeSettings: {
            /** @enum {string} */
            language?: "zh-CN" | "en";
            /** Format: email */
            email?: string | null;
            mails?: {
                [key: string]: boolean;
            };
        };
        CheckCare: {
            year: number;
            passed: boolean;
            findings: string;
            documentNo: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa?: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            paddyHa?: string;
            /**
             * @description kilograms with 4 decimals
             * @example 365126.4000
             */
            capacityKg?: string;
        };
        Clearing: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            lots: number;
            needs: number;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            welfareCny: string;
            prices: {
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                areaCnyPerMu: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                paddyCnyPerMu: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                capacityCnyPerKg: string;
            };
            counties: {
                county: components["schemas"]["PartyRef"];
                surplus: components["schemas"]["Quantities"];
                offered: components["schemas"]["Quantities"];
                sold: components["schemas"]["Quantities"];
                best: components["schemas"]["Quantities"];
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                gapHa: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                shadowCnyPerMu: string;
            }[];
            buyers: {
                party: components["schemas"]["PartyRef"];
                wanted: components["schemas"]["Quantities"];
                best: components["schemas"]["Quantities"];
            }[];
            flows: {
                from: string;
                to: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                areaHa: string;
            }[];
        };
        Clock: {
            /** Format: date-time */
            now: string;
            /** @enum {string} */
            mode: "live" | "demo" | "practice";
            filling: {
                done: number;
                total: number;
            } | null;
        };
        Cockpit: {
            /** Format: date-time */
            at: string;
            scope: string;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            sealedTo: string | null;
            counties: {
                county: components["schemas"]["PartyLabel"];
                regionCode: string;
                available: components["schemas"]["Quantities"];
                listed: components["schemas"]["Quantities"];
                inSettlement: components["schemas"]["Quantities"];
                earmarked: components["schemas"]["Quantities"];
                frozen: components["schemas"]["Quantities"];
                writtenOff: components["schemas"]["Quantities"];
                margin: components["schemas"]["SignedQuantities"];
                allowance: {
                    /**
                     * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                     * @example 60.8544
                     */
                    areaHa: string;
                    /**
                     * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                     * @example 60.8544
                     */
                    usedHa: string;
                } | null;
            }[];
            flows: {
                seller: components["schemas"]["PartyLabel"];
                buyer: components["schemas"]["PartyLabel"];
                trades: number;
                quantities: components["schemas"]["Quantities"];
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                priceCny: string;
            }[];
            months: {
                month: string;
                banked: components["schemas"]["Quantities"];
                sold: components["schemas"]["Quantities"];
                writtenOff: components["schemas"]["Quantities"];
                trades: number;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                priceCny: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                cnyPerMu: string | null;
            }[];
            ageing: {
                status: string;
                week: number;
                month: number;
                quarter: number;
                older: number;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                priceCny: string;
            }[];
            care: {
                underCare: number;
                checkedThisYear: number;
                faultyLast: number;
            };
            expiring: {
                month: string;
                lots: number;
                quantities: components["schemas"]["Quantities"];
            }[];
            hoarding: {
                party: components["schemas"]["PartyLabel"];
                lots: number;
                quantities: components["schemas"]["Quantities"];
                /** Format: date-time */
                since: string;
            }[];
        };
        Complaint: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "objection" | "report";
            /** @enum {string} */
            subjectType: "listing" | "lot" | "trade";
            /** Format: uuid */
            subjectId: string;
            subject: string | null;
            filedBy: {
                code: string;
                nameZh: string;
                nameEn: string;
            } | null;
            body: string;
            contact: string | null;
            level: number;
            owner: {
                code: string;
                nameZh: string;
                nameEn: string;
            };
            /** Format: date-time */
            filedAt: string;
            /** Format: date-time */
            dueAt: string;
            /** @enum {string|null} */
            outcome: "upheld" | "dismissed" | "answered" | null;
            answer: string | null;
            /** Format: date-time */
            decidedAt: string | null;
        };
        ComplaintPage: {
            items: components["schemas"]["Complaint"][];
            nextCursor: string | null;
        };
        ConfirmEmail: {
            code: string;
        };
        ConfirmNeed: {
            note?: string;
        };
        ConfirmPayment: {
            /** @enum {string} */
            method: "bank-transfer" | "card";
            cardToken?: string;
        };
        Contribute: {
            value: string;
        };
        CountyFirstArithmetic: {
            county: string;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            available: components["schemas"]["Quantities"];
            need: components["schemas"]["Quantities"];
            reserve: components["schemas"]["Quantities"];
            margin: components["schemas"]["SignedQuantities"];
            surplus: components["schemas"]["Quantities"];
            asked: components["schemas"]["Quantities"];
            excess: components["schemas"]["Quantities"];
            largest: components["schemas"]["Quantities"];
            holds: {
                area: boolean;
                paddy: boolean;
                capacity: boolean;
            };
            needs: {
                /** Format: uuid */
                id: string;
                number: string;
                title: string;
                /** @enum {string} */
                category: "construction" | "national-key" | "regional-key" | "livelihood" | "village-housing" | "rural-development";
                uncovered: components["schemas"]["Quantities"];
            }[];
            declaration: {
                valid: boolean;
                /** Format: date */
                signedOn: string | null;
                /** Format: date */
                validUntil: string | null;
            };
            retention: {
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                farmlandHa: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                targetHa: string;
                met: boolean;
            } | null;
            policy: {
                version: string;
                reservePct: number;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                absFloorAreaHa: string;
                needHorizonMonths: number;
                declarationMaxAgeDays: number;
                /** @enum {string} */
                retentionGate: "on" | "off";
            };
            /** Format: date-time */
            at: string;
        };
        CountyFirstCheck: {
            certifiable: boolean;
            refusal: {
                code: string;
                pointer: string | null;
                params: {
                    [key: string]: unknown;
                };
                message: string;
                messageEn: string;
            } | null;
            arithmetic: components["schemas"]["CountyFirstArithmetic"];
        };
        CountyFirstCheckInput: {
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            items: {
                /** Format: uuid */
                lotId: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                areaHa?: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                paddyHa?: string;
                /**
                 * @description kilograms with 4 decimals
                 * @example 365126.4000
                 */
                capacityKg?: string;
            }[];
        };
        CountyFirstDetail: {
            arithmetic: components["schemas"]["CountyFirstArithmetic"];
            yearlyUse: components["schemas"]["YearlyUse"][];
        };
        CountyFirstProof: {
            /** Format: date-time */
            certifiedAt: string;
            lines: components["schemas"]["ArithmeticLine"][];
            declarationSignedOn: string | null;
        };
        CountyFocus: {
            county: components["schemas"]["PartyLabel"];
            cityCode: string;
            avail: components["schemas"]["Quantities"];
            need: components["schemas"]["Quantities"];
            reserve: components["schemas"]["Quantities"];
            margin: components["schemas"]["SignedQuantities"];
            /** Format: date-time */
            computedAt: string | null;
            price: {
                /** @enum {string|null} */
                priceClass: "dry" | "paddy" | "lsq" | null;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                averageCnyPerMu: string | null;
                weeks: {
                    /** Format: date-time */
                    endsAt: string;
                    /**
                     * @description CNY with 2 decimals
                     * @example 45640800.00
                     */
                    cnyPerMu: string | null;
                }[];
            };
            flows: {
                /** @enum {string} */
                direction: "sold-to" | "bought-from";
                party: components["schemas"]["PartyLabel"];
                quantities: components["schemas"]["Quantities"];
            }[];
        };
        CountyPosition: {
            county: string;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            available: components["schemas"]["Quantities"];
            listed: components["schemas"]["Quantities"];
            need: components["schemas"]["Quantities"];
            reserve: components["schemas"]["Quantities"];
            margin: components["schemas"]["SignedQuantities"];
            surplus: components["schemas"]["Quantities"];
            deficit: components["schemas"]["Quantities"];
            /** Format: date-time */
            computedAt: string | null;
        };
        CountyPositions: {
            items: components["schemas"]["CountyPosition"][];
        };
        CoverDeposit: Record<string, never>;
        CreateListing: {
            /**
             * @default timed-bidding
             * @enum {string}
             */
            form?: "timed-bidding" | "fixed-price" | "sealed-uniform" | "sealed-first-price" | "reverse-purchase" | "negotiated" | "allocation";
            /** @description the one buyer of a negotiated deal or an allocation */
            buyerCode?: string;
            title?: string;
            /** @description what is sold */
            items?: {
                /** Format: uuid */
                lotId: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                areaHa?: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                paddyHa?: string;
                /**
                 * @description kilograms with 4 decimals
                 * @example 365126.4000
                 */
                capacityKg?: string;
            }[];
            /** @description what a reverse purchase asks for, in place of items */
            wanted?: {
                /** @enum {string} */
                quota: "SFQ" | "LSQ";
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                areaHa?: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                paddyHa?: string;
                /**
                 * @description kilograms with 4 decimals
                 * @example 365126.4000
                 */
                capacityKg?: string;
            };
            /**
             * @description total for all items; of a reverse purchase the highest price
             * @example 45640800.00
             */
            startPriceCny: string;
            /**
             * @description the lowest price of a reverse purchase: two offers at it are drawn
             * @example 45640800.00
             */
            floorCny?: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            stepCny?: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            depositCny?: string;
            /**
             * @description null = no ceiling; absent = by policy
             * @example 45640800.00
             */
            ceilingCny?: string | null;
            notes?: string;
        };
        CreateNeed: {
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            /** @enum {string} */
            category: "construction" | "national-key" | "regional-key" | "livelihood" | "village-housing" | "rural-development";
            title: string;
            projectCode?: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa?: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            paddyHa?: string;
            /**
             * @description kilograms with 4 decimals
             * @example 365126.4000
             */
            capacityKg?: string;
            /** Format: date */
            wantedBy?: string;
        };
        CreateParty: {
            code: string;
            /** @enum {string} */
            kind: "zone" | "project-owner" | "county-unit";
            nameZh: string;
            nameEn: string;
            countyCode?: string;
            /** @default false */
            standalone?: boolean;
            beneficialGroup?: string;
        };
        CreatePerson: {
            partyCode: string;
            login: string;
            displayName: string;
            password?: string;
            roles: ("maker" | "checker" | "approver" | "bidder" | "finance" | "regulator" | "auditor" | "administrator")[];
        };
        CreateWebhook: {
            /** Format: uri */
            url: string;
            /** @default [] */
            events?: string[];
        };
        CurrentRegionMap: {
            map: {
                approvalNo: string;
                source: string;
                /** Format: date-time */
                uploadedAt: string;
                counties: components["schemas"]["MapCounty"][];
            } | null;
        };
        CurrentSession: {
            session: components["schemas"]["Session"] | null;
        };
        DecideAlert: {
            /** @enum {string} */
            decision: "continue" | "suspend" | "terminate" | "substantiated" | "unfounded";
            reason: string;
        };
        DecideApproval: {
            /** @enum {string} */
            decision: "approved" | "rejected";
            reason: string;
            /** @enum {string} */
            interest?: "none" | "held";
        };
        DecideMeasure: {
            carryOut: boolean;
            reason: string;
        };
        DecideObjection: {
            uphold: boolean;
            reason: string;
        };
        DecidePolicy: {
            release: boolean;
            reason: string;
        };
        Declaration: {
            /** Format: uuid */
            id: string;
            county: string;
            year: number;
            /** Format: date-time */
            signedAt: string;
            renews: boolean;
        };
        Declare: {
            county?: string;
            /** Format: date */
            signedOn?: string;
            renews?: boolean;
        };
        DefectOutcome: {
            deducted: components["schemas"]["Quantities"];
            duty: components["schemas"]["ReplacementDuty"] | null;
        };
        Delegate: {
            /** Format: uuid */
            toPersonId: string;
            /** Format: date-time */
            until: string;
            reason: string;
        };
        Delegation: {
            /** Format: uuid */
            id: string;
            from: string;
            to: string;
            mine: boolean;
            reason: string;
            /** Format: date-time */
            fromAt: string;
            /** Format: date-time */
            untilAt: string;
            /** Format: date-time */
            endedAt: string | null;
        };
        Delegations: {
            items: components["schemas"]["Delegation"][];
            colleagues: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
        };
        Demand: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            category: string;
            year: number;
            regionCode: string;
            /** @description null: the buyer does not show its name */
            party: components["schemas"]["PartyRef"] | null;
            wanted: components["schemas"]["Quantities"];
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            limitCnyPerMu: string | null;
            /** Format: date */
            validUntil: string;
            /** Format: date-time */
            publishedAt: string;
            mine: boolean;
            matches: {
                /** Format: uuid */
                listingId: string;
                number: string | null;
                title: string;
            }[];
        };
        DemandDepth: {
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            levels: {
                /**
                 * @description null: no limit is said
                 * @example 45640800.00
                 */
                limitCnyPerMu: string | null;
                needs: number;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                areaHa: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                cumulativeHa: string;
            }[];
        };
        DemandMatch: {
            /** Format: uuid */
            demandId: string;
            needTitle: string;
            /** Format: uuid */
            listingId: string;
            number: string | null;
            title: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            priceCny: string;
        };
        DemandPage: {
            items: components["schemas"]["Demand"][];
            nextCursor: string | null;
        };
        DepositCover: {
            /** Format: uuid */
            registrationId: string;
            /** Format: uuid */
            listingId: string;
            listingNumber: string | null;
            listingTitle: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            amountCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            usedCny: string;
            /** @enum {string} */
            state: "held" | "applied" | "released" | "forfeited";
            /** Format: date-time */
            coveredAt: string;
            /** Format: date-time */
            resolvedAt: string | null;
        };
        Done: {
            /** Format: uuid */
            id: string;
        };
        DraftPolicy: {
            changes: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            effectiveFrom: string;
            reason: string;
        };
        DrawLotOrder: Record<string, never>;
        DrawRecord: {
            algorithm: string;
            /** @enum {string} */
            rule: "ceiling" | "lowest" | "everyone";
            /** Format: uuid */
            listing: string;
            commitment: string;
            secret: string;
            log: string;
            publicValue: string;
            seed: string;
            candidates: string[];
            order: string[];
        };
        EarmarkQuota: {
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            projectCode: string;
            projectName: string;
            /** Format: uuid */
            needId?: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa?: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            paddyHa?: string;
            /**
             * @description kilograms with 4 decimals
             * @example 365126.4000
             */
            capacityKg?: string;
            lots?: {
                /** Format: uuid */
                lotId: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                areaHa?: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                paddyHa?: string;
                /**
                 * @description kilograms with 4 decimals
                 * @example 365126.4000
                 */
                capacityKg?: string;
            }[];
        };
        EditListing: {
            /** @enum {string} */
            form?: "timed-bidding" | "fixed-price" | "sealed-uniform" | "sealed-first-price" | "reverse-purchase" | "negotiated" | "allocation";
            /** @description the one buyer of a negotiated deal or an allocation */
            buyerCode?: string;
            title?: string;
            /** @description what is sold */
            items?: {
                /** Format: uuid */
                lotId: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                areaHa?: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                paddyHa?: string;
                /**
                 * @description kilograms with 4 decimals
                 * @example 365126.4000
                 */
                capacityKg?: string;
            }[];
            /** @description what a reverse purchase asks for, in place of items */
            wanted?: {
                /** @enum {string} */
                quota: "SFQ" | "LSQ";
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                areaHa?: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                paddyHa?: string;
                /**
                 * @description kilograms with 4 decimals
                 * @example 365126.4000
                 */
                capacityKg?: string;
            };
            /**
             * @description total for all items; of a reverse purchase the highest price
             * @example 45640800.00
             */
            startPriceCny: string;
            /**
             * @description the lowest price of a reverse purchase: two offers at it are drawn
             * @example 45640800.00
             */
            floorCny?: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            stepCny?: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            depositCny?: string;
            /**
             * @description null = no ceiling; absent = by policy
             * @example 45640800.00
             */
            ceilingCny?: string | null;
            notes?: string;
        };
        Eligibility: {
            eligible: boolean;
            refusal: {
                code: string;
                params: {
                    [key: string]: unknown;
                };
                message: string;
                messageEn: string;
            } | null;
            warnings: {
                /** @enum {string} */
                component: "paddy" | "capacity";
                wanted: string;
                offered: string;
            }[];
        };
        Families: {
            items: components["schemas"]["Family"][];
        };
        Family: {
            project: components["schemas"]["Project"];
            lots: {
                /** Format: uuid */
                id: string;
                number: string;
                owner: string;
                /** Format: uuid */
                parentLotId: string | null;
                /** Format: uuid */
                tradeId: string | null;
                /** @enum {string} */
                came: "banked" | "bought" | "lent" | "handed";
                loan: {
                    number: string;
                    lender: string;
                    /** Format: date */
                    dueOn: string;
                    /** Format: date-time */
                    returnedAt: string | null;
                } | null;
                quantities: components["schemas"]["Quantities"];
                holds: {
                    bucket: string;
                    quantities: components["schemas"]["Quantities"];
                }[];
                /** Format: date-time */
                createdAt: string;
            }[];
            listings: {
                /** Format: uuid */
                id: string;
                number: string;
                /** Format: uuid */
                lotId: string;
                quantities: components["schemas"]["Quantities"];
                status: string;
                seller: string;
                /** Format: date-time */
                noticeAt: string | null;
            }[];
            trades: {
                /** Format: uuid */
                id: string;
                number: string;
                /** Format: uuid */
                lotId: string;
                quantities: components["schemas"]["Quantities"];
                status: string;
                seller: string;
                buyer: string;
                /** Format: uuid */
                newLotId: string | null;
            }[];
            uses: {
                /** Format: uuid */
                id: string;
                number: string;
                /** Format: uuid */
                lotId: string;
                quantities: components["schemas"]["Quantities"];
                party: string;
                projectCode: string;
                projectName: string;
                writtenOff: components["schemas"]["Quantities"];
                documents: string[];
            }[];
            acts: {
                /** Format: uuid */
                id: string;
                number: string;
                /** Format: uuid */
                lotId: string;
                quantities: components["schemas"]["Quantities"];
                kind: string;
                documentNo: string;
                /** Format: date-time */
                at: string;
            }[];
        };
        FileProject: {
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            name: string;
            location: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa?: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            paddyHa?: string;
            /**
             * @description kilograms with 4 decimals
             * @example 365126.4000
             */
            capacityKg?: string;
            grade?: number;
            /** @enum {string} */
            fundingSource: "county" | "reclamation-fee" | "social" | "new-construction-land-fee";
        };
        Finding: {
            /** Format: uuid */
            id: string;
            code: string;
            subject: string;
            expected: string;
            actual: string;
            owner: components["schemas"]["PartyLabel"] | null;
            /** Format: date-time */
            dueAt: string | null;
            /** Format: date-time */
            foundAt: string;
            /** Format: date-time */
            closedAt: string | null;
            outcome: string | null;
            frozen: string[];
        };
        FindingPage: {
            items: components["schemas"]["Finding"][];
            nextCursor: string | null;
        };
        FundPayment: {
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            amountCny?: string;
        };
        GiveShare: {
            share: string;
        };
        HolderKey: {
            party: components["schemas"]["PartyRef"];
            publicKey: string;
            /** Format: date-time */
            setAt: string;
        };
        HolderKeys: {
            items: components["schemas"]["HolderKey"][];
        };
        ImportFault: {
            row: number;
            column: string;
            code: string;
            message: string;
            messageEn: string;
        };
        InclusionProof: {
            entry: string;
            position: number;
            size: number;
            root: string;
            /** @enum {string} */
            hash: "SHA-256" | "SM3";
            path: string[];
            /** @description C2SP tlog-checkpoint: origin, size, root in base64, `at`, `hash`; then its Ed25519 signature */
            checkpoint: string;
            publicKey: string;
        };
        JoinPractice: {
            name: string;
        };
        KeyProject: {
            code: string;
            name: string;
            /** @enum {string} */
            level: "national-key" | "regional-key" | "livelihood";
            documentNo: string;
            /** Format: date-time */
            listedAt: string;
            /** Format: date-time */
            removedAt: string | null;
        };
        KeyProjectList: {
            items: components["schemas"]["KeyProject"][];
        };
        LadderBid: {
            seq: number;
            bidderNo: number;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            priceCny: string;
            /** @enum {string} */
            phase: "listing" | "timed" | "ceiling";
            /** Format: date-time */
            acceptedAt: string;
            mine: boolean;
        };
        LeaveLimit: {
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            maxPriceCny: string | null;
        };
        LendQuota: {
            borrower: string;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa?: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            paddyHa?: string;
            /**
             * @description kilograms with 4 decimals
             * @example 365126.4000
             */
            capacityKg?: string;
            /** Format: date */
            dueOn: string;
            documentNo: string;
            reason: string;
        };
        LimitReceipt: {
            /** Format: uuid */
            listingId: string;
            limit: components["schemas"]["ProxyLimit"] | null;
            leading: boolean;
            /**
             * @description lowest bid that counts now; null at the ceiling
             * @example 45640800.00
             */
            minimumCny: string | null;
            version: number;
        };
        ListKeyProject: {
            code: string;
            name: string;
            /** @enum {string} */
            level: "national-key" | "regional-key" | "livelihood";
            documentNo: string;
        };
        ListedPerson: {
            /** Format: uuid */
            id: string;
            login: string;
            displayName: string;
            roles: ("maker" | "checker" | "approver" | "bidder" | "finance" | "regulator" | "auditor" | "administrator")[];
            disabled: boolean;
            party: components["schemas"]["Party"];
            locked: boolean;
            hasPassword: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        Listing: {
            /** Format: uuid */
            id: string;
            number: string | null;
            title: string;
            /** @description who listed it: of a reverse purchase, the buyer */
            seller: components["schemas"]["PartyRef"];
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            /** @enum {string} */
            form: "timed-bidding" | "fixed-price" | "sealed-uniform" | "sealed-first-price" | "reverse-purchase" | "negotiated" | "allocation";
            /** @enum {string} */
            status: "draft" | "county-certified" | "city-review" | "region-review" | "gov-approval" | "prefecture-window" | "notice" | "listing-open" | "timed-bidding" | "ceiling-reached" | "lottery" | "closed-sold" | "closed-failed" | "suspended" | "terminated" | "withdrawn";
            quantities: components["schemas"]["Quantities"];
            /** @description 亩 with 4 decimals, for display */
            areaMu: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            startPriceCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            stepCny: string | null;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            depositCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            ceilingCny: string | null;
            /**
             * @description the lowest price of a reverse purchase
             * @example 45640800.00
             */
            floorCny: string | null;
            /**
             * @description leading bid, or the price at which it closed
             * @example 45640800.00
             */
            currentPriceCny: string | null;
            bidCount: number;
            version: number;
            /** Format: date-time */
            noticeAt: string | null;
            /** Format: date-time */
            opensAt: string | null;
            /** Format: date-time */
            listingEndsAt: string | null;
            /** Format: date-time */
            closesAt: string | null;
            /** Format: date-time */
            closedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            items: components["schemas"]["ListingItem"][];
            timetable: components["schemas"]["Timetable"];
            policy: components["schemas"]["Policy"];
            countyFirst: components["schemas"]["CountyFirstProof"] | null;
            /** @description who won; in a reverse purchase a seller */
            winner: components["schemas"]["PartyRef"] | null;
            /** @description of a negotiated deal or an allocation */
            namedBuyer: components["schemas"]["PartyRef"] | null;
            awards: {
                seller: components["schemas"]["PartyRef"];
                buyer: components["schemas"]["PartyRef"];
                quantities: components["schemas"]["Quantities"];
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                priceCny: string;
            }[];
            sealing: components["schemas"]["SealingFacts"] | null;
            /** @description bidders with the right to bid */
            registrations: number;
            approvals: components["schemas"]["Approval"][];
            /** @description who has to sign next */
            awaiting: {
                /** @enum {string} */
                lane: "county-check" | "city" | "region" | "region-government";
                party: components["schemas"]["PartyRef"];
            } | null;
            /** @description SHA-256 commitment that the notice published for a draw */
            drawCommitment: string | null;
            draw: components["schemas"]["DrawRecord"] | null;
            /** @description whom the codes of the draw name, in its order; absent before there is one */
            drawnParties?: components["schemas"]["PartyRef"][];
            breach: {
                /** Format: date-time */
                at: string;
                reduced: components["schemas"]["Quantities"] | null;
                /** Format: date-time */
                answerBy: string | null;
                decision: string | null;
            } | null;
            notes: string;
        };
        ListingItem: {
            ordinal: number;
            /** Format: uuid */
            lotId: string;
            lotNumber: string;
            projectNumber: string;
            projectName: string;
            filingNo: string | null;
            grade: number | null;
            quantities: components["schemas"]["Quantities"];
        };
        ListingPage: {
            items: components["schemas"]["ListingSummary"][];
            nextCursor: string | null;
        };
        ListingSummary: {
            /** Format: uuid */
            id: string;
            number: string | null;
            title: string;
            /** @description who listed it: of a reverse purchase, the buyer */
            seller: components["schemas"]["PartyRef"];
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            /** @enum {string} */
            form: "timed-bidding" | "fixed-price" | "sealed-uniform" | "sealed-first-price" | "reverse-purchase" | "negotiated" | "allocation";
            /** @enum {string} */
            status: "draft" | "county-certified" | "city-review" | "region-review" | "gov-approval" | "prefecture-window" | "notice" | "listing-open" | "timed-bidding" | "ceiling-reached" | "lottery" | "closed-sold" | "closed-failed" | "suspended" | "terminated" | "withdrawn";
            quantities: components["schemas"]["Quantities"];
            /** @description 亩 with 4 decimals, for display */
            areaMu: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            startPriceCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            stepCny: string | null;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            depositCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            ceilingCny: string | null;
            /**
             * @description the lowest price of a reverse purchase
             * @example 45640800.00
             */
            floorCny: string | null;
            /**
             * @description leading bid, or the price at which it closed
             * @example 45640800.00
             */
            currentPriceCny: string | null;
            bidCount: number;
            version: number;
            /** Format: date-time */
            noticeAt: string | null;
            /** Format: date-time */
            opensAt: string | null;
            /** Format: date-time */
            listingEndsAt: string | null;
            /** Format: date-time */
            closesAt: string | null;
            /** Format: date-time */
            closedAt: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        Lot: {
            /** Format: uuid */
            id: string;
            number: string;
            owner: string;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            projectNumber: string;
            projectName: string;
            grade: number | null;
            /** @enum {string} */
            fundingSource: "county" | "reclamation-fee" | "social" | "new-construction-land-fee";
            saleable: boolean;
            bought: boolean;
            /** @enum {string} */
            came: "banked" | "bought" | "lent" | "handed";
            loan: {
                number: string;
                lender: string;
                /** Format: date */
                dueOn: string;
                /** Format: date-time */
                returnedAt: string | null;
            } | null;
            /** Format: date-time */
            validUntil: string | null;
            quantities: components["schemas"]["Quantities"];
            balances: components["schemas"]["BucketBalances"];
            /** Format: date-time */
            createdAt: string;
        };
        LotDetail: {
            lot: components["schemas"]["Lot"];
            project: components["schemas"]["Project"];
            family: {
                /** Format: uuid */
                id: string;
                number: string;
                /** Format: uuid */
                parentLotId: string | null;
                owner: string;
                /** Format: uuid */
                tradeId: string | null;
                quantities: components["schemas"]["Quantities"];
                /** Format: date-time */
                createdAt: string;
            }[];
            movements: {
                /** Format: uuid */
                entryId: string;
                kind: string;
                /** Format: date-time */
                at: string;
                toBucket: string;
                subjectType: string;
                /** Format: uuid */
                subjectId: string;
                quantities: components["schemas"]["Quantities"];
            }[];
        };
        LotOrder: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            /** @description published before anything was contributed */
            commitment: string;
            /** Format: date-time */
            openedAt: string;
            /**
             * Format: date-time
             * @description from then on it is drawn, by what has been contributed
             */
            closesAt: string;
            /** Format: date-time */
            drawnAt: string | null;
            listings: {
                /** Format: uuid */
                id: string;
                number: string;
                title: string;
                seller: components["schemas"]["PartyRef"];
                /** @description from 1, once it is drawn */
                turn: number | null;
                /** Format: date-time */
                listingEndsAt: string | null;
            }[];
            contributions: {
                seq: number;
                party: string;
                value: string;
                /** Format: date-time */
                at: string;
            }[];
            draw: components["schemas"]["DrawRecord"] | null;
        };
        LotOrders: {
            /** @description the newest twenty */
            items: components["schemas"]["LotOrder"][];
        };
        LotPage: {
            items: components["schemas"]["Lot"][];
            nextCursor: string | null;
        };
        MakePapers: {
            tradeIds: string[];
        };
        MapCounty: {
            code: string;
            rings: number[][];
        };
        MarkRead: {
            ids?: string[];
        };
        MarkedRead: {
            unread: number;
        };
        MarketAtlas: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            months: string[];
            counties: {
                code: string;
                margin: components["schemas"]["SignedQuantities"] | null;
                onOffer: {
                    listings: number;
                    quantities: components["schemas"]["Quantities"];
                };
            }[];
            flows: {
                month: string;
                seller: string;
                buyerRegion: string;
                trades: number;
                quantities: components["schemas"]["Quantities"];
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                priceCny: string;
            }[];
            outcomes: {
                month: string;
                seller: string;
                kept: number;
                broken: number;
            }[];
        };
        MarketSummary: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            surplus: {
                counties: number;
                quantities: components["schemas"]["Quantities"];
            };
            deficit: {
                counties: number;
                quantities: components["schemas"]["Quantities"];
            };
            balanced: string[];
            year: {
                trades: number;
                quantities: components["schemas"]["Quantities"];
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                priceCny: string;
            };
            averagePrice: {
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                cnyPerMu: string | null;
                changePct: string | null;
            };
            listings: {
                notice: number;
                open: number;
                timed: number;
                closedThisYear: number;
            };
            counties: components["schemas"]["CountyFocus"][];
        };
        Measure: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "freeze" | "unfreeze" | "suspension" | "reinstatement" | "listing-suspension" | "listing-resumption" | "listing-termination" | "annulment";
            /** @enum {string} */
            subjectType: "party" | "lot" | "freeze" | "listing" | "trade";
            /** Format: uuid */
            subjectId: string;
            subject: string;
            party: {
                code: string;
                nameZh: string;
                nameEn: string;
            };
            reason: string;
            documentNo: string | null;
            proposedBy: string;
            /** Format: date-time */
            proposedAt: string;
            mine: boolean;
            /** @enum {string|null} */
            outcome: "carried-out" | "refused" | "withdrawn" | null;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            decisionReason: string | null;
        };
        MeasurePage: {
            items: components["schemas"]["Measure"][];
            nextCursor: string | null;
        };
        MonthReport: {
            /** Format: uuid */
            id: string;
            area: components["schemas"]["PartyLabel"];
            files: {
                /** @enum {string} */
                format: "pdf" | "xlsx";
                fileName: string;
                bytes: number;
                sha256: string;
            }[];
        };
        MonthReportDetail: {
            month: string;
            /** Format: date-time */
            requestedAt: string | null;
            total: number;
            done: number;
            own: components["schemas"]["MonthReport"] | null;
            reports: components["schemas"]["MonthReport"][];
        };
        MonthReports: {
            items: {
                month: string;
                /** Format: date-time */
                requestedAt: string | null;
                total: number;
                done: number;
                own: components["schemas"]["MonthReport"] | null;
            }[];
        };
        NameBeneficiaries: {
            rows: {
                name: string;
                accountTail: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                areaHa: string;
            }[];
        };
        Need: {
            /** Format: uuid */
            id: string;
            number: string;
            party: string;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            /** @enum {string} */
            category: "construction" | "national-key" | "regional-key" | "livelihood" | "village-housing" | "rural-development";
            title: string;
            projectCode: string | null;
            required: components["schemas"]["Quantities"];
            covered: components["schemas"]["Quantities"];
            uncovered: components["schemas"]["Quantities"];
            /** @enum {string} */
            status: "open" | "covered" | "withdrawn";
            regionConfirmed: boolean;
            /** Format: date */
            wantedBy: string | null;
            /** Format: date-time */
            registeredAt: string;
        };
        NeedPage: {
            items: components["schemas"]["Need"][];
            nextCursor: string | null;
        };
        Notification: {
            /** Format: uuid */
            id: string;
            kind: string;
            /** @enum {string} */
            topic: "approvals" | "listings" | "bidding" | "money" | "trades" | "county-first" | "oversight" | "sanctions" | "quota" | "work";
            facts: {
                [key: string]: string | number | (null);
            };
            page: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            readAt: string | null;
            /** Format: date-time */
            doneAt: string | null;
            /** @enum {string|null} */
            mail: "waiting" | "sent" | "failed" | "no-server" | null;
        };
        NotificationPage: {
            items: components["schemas"]["Notification"][];
            nextCursor: string | null;
            unread: number;
        };
        ObjectToTrade: {
            reason: string;
        };
        OfferReceipt: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            listingId: string;
            /** @description place in the log of the purchase, from 1 */
            seq: number;
            bidderNo: number;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            priceCny: string;
            /** Format: date-time */
            acceptedAt: string;
            /**
             * @description lowest offer so far, this one included
             * @example 45640800.00
             */
            lowestCny: string;
            version: number;
        };
        OfferToSell: {
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            priceCny: string;
        };
        OpenLotOrder: {
            listingIds: string[];
        };
        OpenPractice: {
            name: string;
            /** @description whether everybody finds the room, or only who knows its code */
            listed: boolean;
        };
        OpeningState: {
            given: number;
            needed: number;
            opened: boolean;
        };
        OrderMonthReports: {
            month: string;
        };
        Overview: {
            /** Format: date-time */
            at: string;
            scope: string;
            year: {
                trades: number;
                failedListings: number;
                quantities: components["schemas"]["Quantities"];
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                priceCny: string;
                changePct: string | null;
            };
            deposits: {
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                heldCny: string;
                count: number;
            };
            approvals: {
                waiting: number;
                /** Format: date-time */
                earliestDueAt: string | null;
            };
            alerts: {
                high: number;
                medium: number;
                low: number;
                items: components["schemas"]["Alert"][];
            };
            counties: {
                county: components["schemas"]["PartyLabel"];
                margin: components["schemas"]["SignedQuantities"];
                alerts: number;
            }[];
            live: {
                /** Format: uuid */
                listingId: string;
                number: string | null;
                title: string;
                seller: components["schemas"]["PartyLabel"];
                status: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                priceCny: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                cnyPerMu: string | null;
                bids: number;
                /** Format: date-time */
                endsAt: string | null;
            }[];
            prices: {
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                mean90CnyPerMu: string | null;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                lowCnyPerMu: string | null;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                highCnyPerMu: string | null;
                points: {
                    /** Format: uuid */
                    tradeId: string;
                    /** Format: date-time */
                    at: string;
                    sellerCode: string;
                    /**
                     * @description CNY with 2 decimals
                     * @example 45640800.00
                     */
                    cnyPerMu: string;
                    outOfBand: boolean;
                }[];
            };
            reconciliation: {
                last: components["schemas"]["Reconciliation"] | null;
                openFindings: number;
                identity: {
                    asset: string;
                    opening: string;
                    projectIn: string;
                    writtenOff: string;
                    deducted: string;
                    nationalPool: string;
                    expired: string;
                    due: string;
                    held: string;
                    difference: string;
                }[];
            };
        };
        OwnShare: {
            /** @enum {string} */
            holder: "county" | "operator" | "regulator";
            sealed: string;
            digest: string;
            given: boolean;
        };
        PaperBatch: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            createdAt: string;
            total: number;
            done: number;
            trades: {
                /** Format: uuid */
                tradeId: string;
                tradeNumber: string;
                total: number;
                done: number;
            }[];
        };
        PaperCheck: {
            /** @enum {string} */
            kind: "confirmation" | "contract" | "receipt";
            tradeNumber: string;
            digest: string;
            /** Format: date-time */
            createdAt: string;
        };
        Party: {
            /** Format: uuid */
            id: string;
            code: string;
            /** @enum {string} */
            kind: "county" | "city" | "region-department" | "region-government" | "region-finance" | "operator" | "zone" | "project-owner" | "county-unit";
            nameZh: string;
            nameEn: string;
            regionCode: string;
            countyCode: string | null;
            standalone: boolean;
            suspended: boolean;
        };
        PartyAccounts: {
            party: string;
            SFQ: components["schemas"]["BucketBalances"];
            LSQ: components["schemas"]["BucketBalances"];
        };
        PartyLabel: {
            code: string;
            nameZh: string;
            nameEn: string;
        };
        PartyList: {
            items: components["schemas"]["Party"][];
        };
        PartyMoney: {
            party: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            paidCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            refundedCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            forfeitedCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            depositHeldCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            receivedCny: string;
        };
        PartyRef: {
            code: string;
            nameZh: string;
            nameEn: string;
            regionCode: string;
        };
        Payment: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "deposit" | "balance" | "late-charge" | "compensation";
            /** @enum {string} */
            subjectType: "registration" | "trade" | "wallet" | "instalment";
            /** Format: uuid */
            subjectId: string;
            partyCode: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            amountCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            refundedCny: string;
            /** @enum {string} */
            state: "requested" | "submitted" | "unknown" | "succeeded" | "failed" | "canceled";
            /** @enum {string} */
            method: "bank-transfer" | "card";
            instructions: components["schemas"]["TransferInstructions"] | null;
            failureCode: string | null;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            resolvedAt: string | null;
        };
        PaymentPage: {
            items: components["schemas"]["Payment"][];
            nextCursor: string | null;
        };
        Payout: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            tradeId: string;
            tradeNumber: string;
            ordinal: number;
            beneficiary: string;
            byName: boolean;
            names: number;
            partyCode: string | null;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            amountCny: string;
            /** @enum {string} */
            state: "waiting" | "prepared" | "released" | "submitted" | "unknown" | "succeeded" | "failed";
            preparedBy: string | null;
            releasedBy: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            resolvedAt: string | null;
        };
        PayoutCommand: Record<string, never>;
        PayoutPage: {
            items: components["schemas"]["Payout"][];
            nextCursor: string | null;
        };
        People: {
            items: components["schemas"]["ListedPerson"][];
            nextCursor: string | null;
        };
        Person: {
            /** Format: uuid */
            id: string;
            login: string;
            displayName: string;
            roles: ("maker" | "checker" | "approver" | "bidder" | "finance" | "regulator" | "auditor" | "administrator")[];
            disabled: boolean;
            party: components["schemas"]["Party"];
        };
        PersonaList: {
            items: {
                /** Format: uuid */
                personId: string;
                displayName: string;
                roles: ("maker" | "checker" | "approver" | "bidder" | "finance" | "regulator" | "auditor" | "administrator")[];
                party: components["schemas"]["Party"];
            }[];
        };
        PersonaSignIn: {
            /** Format: uuid */
            personId: string;
        };
        PersonalSettings: {
            /** @enum {string} */
            language: "zh-CN" | "en";
            email: string | null;
            emailConfirmed: boolean;
            mailServer: boolean;
            kinds: {
                /** @enum {string} */
                kind: "listing.drafted" | "approval.waits" | "approval.soon" | "listing.published" | "listing.refused" | "listing.suspended" | "listing.resumed" | "listing.terminated" | "listing.withdrawn" | "listing.sold" | "listing.unsold" | "listing.city-window" | "demand.match" | "listing.opened" | "listing.timed" | "bid.outbid" | "bid.ceiling" | "bid.lost" | "bid.not-drawn" | "bid.won" | "trade.contract" | "trade.contract-soon" | "trade.balance-due" | "trade.balance-soon" | "trade.balance-late" | "trade.paid" | "certificate.issued" | "trade.completed" | "trade.objection" | "trade.resumed" | "trade.defaulted" | "trade.annulled" | "runner-up.offered" | "deposit.received" | "deposit.returned" | "wallet.received" | "payment.received" | "payment.failed" | "payout.waits" | "payout.prepared" | "payout.failed" | "payout.paid" | "county-first.breach" | "county-first.decided" | "county-first.offer" | "finding.raised" | "alert.raised" | "alert.assigned" | "complaint.filed" | "complaint.soon" | "complaint.answered" | "measure.waits" | "sample.drawn" | "delegation.given" | "suspension.imposed" | "suspension.lifted" | "freeze.imposed" | "freeze.lifted" | "quota.expiring" | "care.due" | "request.asked" | "request.answered" | "plan.lost" | "import.done";
                /** @enum {string} */
                topic: "approvals" | "listings" | "bidding" | "money" | "trades" | "county-first" | "oversight" | "sanctions" | "quota" | "work";
                mail: boolean;
            }[];
        };
        PlaceBid: {
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            priceCny: string;
            expectedVersion?: number;
            /**
             * @description proxy limit: up to here the market bids for its sender, where the policy allows it
             * @example 45640800.00
             */
            maxPriceCny?: string;
        };
        Plan: {
            /** @enum {string} */
            aim: "least-cost" | "fewest-counterparties" | "soonest";
            items: components["schemas"]["PlanItem"][];
            /** @description own quota included */
            covered: components["schemas"]["Quantities"];
            surplus: components["schemas"]["Quantities"];
            short: components["schemas"]["Quantities"];
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            costCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            lowCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            highCny: string | null;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            depositCny: string;
            counterparties: number;
            /** Format: date-time */
            readyAt: string | null;
            proven: boolean;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            boundCny: string | null;
        };
        PlanAct: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            planSetId: string;
            /** Format: uuid */
            needId: string | null;
            /** @enum {string} */
            aim: "least-cost" | "fewest-counterparties" | "soonest";
            /** Format: date-time */
            actedAt: string;
            /** @enum {string} */
            state: "open" | "lost" | "done";
            /** Format: uuid */
            nextPlanSetId: string | null;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            depositCny: string;
            /** @enum {string} */
            deposit: "each" | "wallet";
            steps: {
                /** Format: uuid */
                listingId: string | null;
                /** Format: uuid */
                requestId: string | null;
                number: string | null;
                title: string;
                /** @enum {string} */
                form: "timed-bidding" | "fixed-price" | "sealed-uniform" | "sealed-first-price" | "reverse-purchase" | "negotiated" | "allocation";
                listingStatus: string | null;
                /** Format: uuid */
                registrationId: string | null;
                /** Format: uuid */
                paymentId: string | null;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                depositCny: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                expectedCny: string;
                quantities: components["schemas"]["Quantities"];
                /** @enum {string} */
                state: "asked" | "agreed" | "deposit-due" | "ready" | "to-seal" | "sealed" | "buying" | "leading" | "won" | "transferred" | "written-off" | "lost";
                /** Format: uuid */
                tradeId: string | null;
            }[];
        };
        PlanActs: {
            items: components["schemas"]["PlanAct"][];
        };
        PlanDates: {
            /** Format: date-time */
            closesAt: string;
            /** Format: date-time */
            publicityEndsAt: string;
            /** Format: date-time */
            readyAt: string;
        };
        PlanExclusion: {
            /** Format: uuid */
            offerId: string;
            /** @enum {string} */
            source: "listing" | "reserve" | "negotiable";
            /**
             * Format: uuid
             * @description null: nothing is listed; its owner is asked
             */
            listingId: string | null;
            number: string | null;
            title: string;
            seller: components["schemas"]["PartyRef"];
            /** @enum {string} */
            form: "timed-bidding" | "fixed-price" | "sealed-uniform" | "sealed-first-price" | "reverse-purchase" | "negotiated" | "allocation";
            divisible: boolean;
            ofParts: number;
            offered: components["schemas"]["Quantities"];
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            priceCny: string;
            /** @enum {string} */
            rule: "own-listing" | "leading" | "conflict-of-interest" | "exceeds-need" | "after-deadline" | "outside-region" | "registration-closed" | "city-window" | "named-buyer" | "suspended" | "key-projects-only" | "adds-nothing" | "left-out" | "dearer";
            detail: {
                [key: string]: string;
            };
        };
        PlanInput: {
            /** Format: uuid */
            needId?: string;
            projectCode?: string;
            /**
             * @default SFQ
             * @enum {string}
             */
            quota?: "SFQ" | "LSQ";
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa?: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            paddyHa?: string;
            /**
             * @description kilograms with 4 decimals
             * @example 365126.4000
             */
            capacityKg?: string;
            /** @description grade of the farmland occupied; it implies the least capacity */
            grade?: number;
            /** @description buy only in this county or city */
            region?: string;
            /**
             * Format: date
             * @description the quota has to be there by the end of this day
             */
            deadline?: string;
            /**
             * @default quick
             * @enum {string}
             */
            patience?: "quick" | "thorough";
            lock?: {
                /** Format: uuid */
                offerId: string;
                parts?: number;
            }[];
            without?: string[];
        };
        PlanItem: {
            /** Format: uuid */
            offerId: string;
            /** @enum {string} */
            source: "listing" | "reserve" | "negotiable";
            /**
             * Format: uuid
             * @description null: nothing is listed; its owner is asked
             */
            listingId: string | null;
            number: string | null;
            title: string;
            seller: components["schemas"]["PartyRef"];
            /** @enum {string} */
            form: "timed-bidding" | "fixed-price" | "sealed-uniform" | "sealed-first-price" | "reverse-purchase" | "negotiated" | "allocation";
            divisible: boolean;
            ofParts: number;
            offered: components["schemas"]["Quantities"];
            quantities: components["schemas"]["Quantities"];
            parts: number;
            locked: boolean;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            expectedCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            wholeCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            lowCny: string;
            /**
             * @description null: nothing bounds it
             * @example 45640800.00
             */
            highCny: string | null;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            depositCny: string;
            dates: components["schemas"]["PlanDates"];
        };
        PlanRelaxation: {
            /** @enum {string} */
            kind: "later-deadline" | "wider-region" | "larger-deficit" | "smaller-need";
            detail: {
                [key: string]: string;
            };
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            costCny: string | null;
        };
        PlanRun: {
            /** Format: uuid */
            key: string;
            /** @enum {string} */
            state: "running" | "done" | "cancelled" | "failed";
            done: number;
            total: number;
        };
        PlanSet: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            madeAt: string;
            party: string;
            /** Format: uuid */
            needId: string | null;
            needTitle: string | null;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            required: components["schemas"]["Quantities"];
            own: components["schemas"]["Quantities"];
            coming: components["schemas"]["Quantities"];
            toBuy: components["schemas"]["Quantities"];
            allowed: components["schemas"]["Quantities"] | null;
            /** Format: date */
            deadline: string | null;
            offers: number;
            plans: components["schemas"]["Plan"][];
            excluded: components["schemas"]["PlanExclusion"][];
            shortfall: {
                short: components["schemas"]["Quantities"];
                certain: boolean;
                relaxations: components["schemas"]["PlanRelaxation"][];
            } | null;
        };
        Policy: {
            needHorizonMonths: number;
            reservePct: number;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            absFloorAreaHa: string;
            /** @description working days; 0 = no city window */
            cityWindowDays: number;
            /** @description calendar days of 24 h */
            noticeDays: number;
            /** @description calendar days of 24 h */
            listingDays: number;
            /** @description working days */
            resultPublicityDays: number;
            timedWindowMin: number;
            askWindowMin: number;
            listingBidStopMin: number;
            staggerMin: number;
            /** @enum {string} */
            timedBiddingEntry: "listing-bid" | "any-registered";
            /** @enum {string} */
            proxyBidding: "on" | "off";
            /** @enum {string} */
            runnerUpOffer: "on" | "off";
            /** @enum {string} */
            installments: "on" | "off";
            installmentPlan: {
                pct: number;
                days: number;
            }[];
            /** @enum {string} */
            buyerDeficitCap: "on" | "off";
            /** @enum {string} */
            retentionGate: "on" | "off";
            /** @enum {string} */
            lsqGovApproval: "on" | "off";
            depositPct: number;
            stepPct: number;
            ceilingPct: number | null;
            depositCloseBeforeEndHours: number;
            /** @description how much deposits covered by a wallet may come to, in percent of the money in it */
            walletExposurePct: number;
            startPriceCnyPerMu: {
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                dry: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                paddy: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                lsq: string;
            };
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            startPriceCnyPerKg: string;
            guidePriceCnyPerMu: {
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                dry: string | null;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                paddy: string | null;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                lsq: string | null;
            } | null;
            floorPriceCnyPerMu: {
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                dry: string | null;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                paddy: string | null;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                lsq: string | null;
            } | null;
            capPriceCnyPerMu: {
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                dry: string | null;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                paddy: string | null;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                lsq: string | null;
            } | null;
            negotiatedBandPct: number;
            /** @description in contractDaysUnit */
            contractDays: number;
            /** @enum {string} */
            contractDaysUnit: "working" | "calendar";
            /** @description in paymentDaysUnit */
            paymentDays: number;
            /** @enum {string} */
            paymentDaysUnit: "working" | "calendar";
            /** @description working days */
            refundDays: number;
            lateDailyPct: number;
            lateDefaultDays: number;
            defaultBanMonths: number;
            secondBanMonths: number;
            /** @enum {string} */
            forfeitTo: "seller" | "region" | "operator";
            quotaValidityMonths: number;
            lsqTurnoverMonths: number;
            minLotMu: number;
            maxShareOneBuyerPct: number | null;
            declarationMaxAgeDays: number;
            outageSeconds: number;
            /** @description payees whose shares are paid out by name */
            proceedsByName: string[];
            lsqDeductions: {
                to: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                cnyPerMu: string;
            }[];
            lsqShares: {
                to: string;
                pct: number;
            }[];
            sfqShares: {
                to: string;
                pct: number;
            }[];
            approvalLanes: {
                SFQ: ("county-check" | "city" | "region" | "region-government")[];
                LSQ: ("county-check" | "city" | "region" | "region-government")[];
            };
            /** @description working days in which each lane signs */
            approvalLaneDays: {
                "county-check": number;
                city: number;
                region: number;
                "region-government": number;
            };
            /** @description how many of a hundred noticed listings are looked at again */
            sampleReviewPct: number;
            /** @description working days */
            sampleReviewDays: number;
            /** @description who decides an objection, and then a second one, within how many working days */
            objectionLevels: {
                /** @enum {string} */
                owner: "region" | "region-government";
                days: number;
            }[];
        };
        PolicyInForce: {
            pack: string;
            version: number;
            values: components["schemas"]["Policy"];
        };
        PolicyTrial: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            was: {
                listings: number;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                areaHa: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                priceCny: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                countyCny: string;
            };
            would: {
                listings: number;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                areaHa: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                priceCny: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                countyCny: string;
            };
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            unmetHa: string;
            refused: {
                /** Format: uuid */
                listingId: string;
                listing: string;
                seller: string;
                code: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                areaHa: string;
            }[];
        };
        PolicyVersion: {
            /** Format: uuid */
            id: string;
            pack: string;
            version: number;
            /** @enum {string} */
            state: "draft" | "scheduled" | "in-force" | "past" | "withdrawn";
            /** Format: date-time */
            effectiveFrom: string;
            /** Format: date-time */
            releasedAt: string | null;
            reason: string | null;
            draftedBy: string | null;
            releasedBy: string | null;
            mine: boolean;
            values: components["schemas"]["Policy"];
            differences: {
                key: string;
                before: unknown;
                after: unknown;
            }[];
        };
        PolicyVersions: {
            items: components["schemas"]["PolicyVersion"][];
        };
        PracticeAct: {
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            priceCny: string | null;
        };
        PracticeHost: {
            /** @enum {string} */
            act: "start" | "skip" | "again";
        };
        PracticeRoom: {
            code: string;
            round: number;
            /** @enum {string} */
            phase: "lobby" | "listing" | "asking" | "timed" | "ceiling" | "over";
            version: number;
            /**
             * Format: date-time
             * @description by the clock of the room
             */
            now: string;
            /**
             * Format: date-time
             * @description by the clock of the room: then it is forgotten
             */
            expiresAt: string;
            self: {
                seat: number;
                name: string;
                isHost: boolean;
            } | null;
            players: {
                /** @description null for a robot */
                name: string | null;
                /** @description masked until the round is over, but for one’s own */
                seat: number | null;
                isHost: boolean;
            }[];
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            startPriceCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            stepCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            ceilingCny: string;
            listingMin: number;
            askMin: number;
            windowMin: number;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            listingEndsAt: string | null;
            /** Format: date-time */
            timedStartsAt: string | null;
            /** Format: date-time */
            closesAt: string | null;
            lines: {
                seq: number;
                seat: number;
                /**
                 * @description null: acceptance of the ceiling
                 * @example 45640800.00
                 */
                priceCny: string | null;
                /** @enum {string} */
                phase: "listing" | "timed" | "ceiling";
                /** Format: date-time */
                at: string;
            }[];
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            minimumCny: string | null;
            mayAcceptCeiling: boolean;
            result: {
                /** @enum {string} */
                outcome: "sold" | "draw" | "failed";
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                priceCny: string | null;
                winnerSeat: number | null;
                /** Format: date-time */
                closedAt: string;
            } | null;
            drawCommitment: string;
            draw: components["schemas"]["DrawRecord"] | null;
            /**
             * Format: date-time
             * @description when to look again if nobody acts before
             */
            nextChangeAt: string | null;
        };
        PracticeRooms: {
            items: {
                code: string;
                players: number;
                started: boolean;
                /** Format: date-time */
                expiresAt: string;
            }[];
        };
        PriceIndex: {
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            method: {
                "zh-CN": string;
                en: string;
            };
            series: {
                month: string;
                /** @enum {string} */
                component: "area" | "capacity";
                /** @enum {string} */
                priceClass: "dry" | "paddy" | "lsq";
                grade: number | null;
                /** @enum {string} */
                kind: "open" | "negotiated" | "related";
                trades: number;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                areaHa: string;
                /**
                 * @description kilograms with 4 decimals
                 * @example 365126.4000
                 */
                capacityKg: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                totalCny: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                unitCny: string;
            }[];
        };
        PriceRows: {
            items: {
                trade: string;
                month: string;
                /** @enum {string} */
                component: "area" | "capacity";
                /** @enum {string} */
                priceClass: "dry" | "paddy" | "lsq";
                grade: number | null;
                /** @enum {string} */
                kind: "open" | "negotiated" | "related";
                form: string;
                seller: string;
                buyer: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                areaHa: string;
                /**
                 * @description kilograms with 4 decimals
                 * @example 365126.4000
                 */
                capacityKg: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                totalCny: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                unitCny: string;
            }[];
            nextCursor: string | null;
        };
        PriorityCertificate: {
            number: string;
            digest: string;
            content: {
                /** @enum {number} */
                version: 1;
                number: string;
                trade: string;
                listing: string | null;
                /** @enum {string} */
                quota: "SFQ" | "LSQ";
                seller: {
                    code: string;
                    nameZh: string;
                    nameEn: string;
                };
                rule: string;
                tiers: {
                    tier: number;
                    /** @enum {string} */
                    basis: "own-projects" | "city-window" | "region";
                    applies: boolean;
                    /** Format: date-time */
                    toldAt: string | null;
                    /** Format: date-time */
                    until: string | null;
                    needs: number | null;
                    need: components["schemas"]["Quantities"] | null;
                    eligible: {
                        code: string;
                        nameZh: string;
                        nameEn: string;
                        /** @enum {string} */
                        answer: "won" | "bid" | "registered" | "declined";
                        /** Format: date-time */
                        answeredAt: string | null;
                    }[];
                }[];
                margins: {
                    /** @enum {string} */
                    moment: "notice" | "close" | "transfer";
                    /** Format: date-time */
                    at: string;
                    rule: string;
                    available: components["schemas"]["Quantities"];
                    need: components["schemas"]["Quantities"];
                    reserve: components["schemas"]["Quantities"];
                    margin: components["schemas"]["SignedQuantities"];
                    holds: boolean;
                }[];
                breaches: {
                    /** Format: date-time */
                    raisedAt: string;
                    decision: string | null;
                    reason: string | null;
                    /** Format: date-time */
                    decidedAt: string | null;
                }[];
                /** Format: date-time */
                issuedAt: string;
            };
        };
        PrioritySummary: {
            number: string;
            digest: string;
            rule: string;
            /** Format: date-time */
            issuedAt: string;
            tiers: {
                tier: number;
                /** @enum {string} */
                basis: "own-projects" | "city-window" | "region";
                applies: boolean;
                /** Format: date-time */
                toldAt: string | null;
                /** Format: date-time */
                until: string | null;
                needs: number | null;
                need: components["schemas"]["Quantities"] | null;
                eligible: number;
                declined: number;
            }[];
            margins: {
                /** @enum {string} */
                moment: "notice" | "close" | "transfer";
                /** Format: date-time */
                at: string;
                rule: string;
                available: components["schemas"]["Quantities"];
                need: components["schemas"]["Quantities"];
                reserve: components["schemas"]["Quantities"];
                margin: components["schemas"]["SignedQuantities"];
                holds: boolean;
            }[];
            breaches: {
                /** Format: date-time */
                raisedAt: string;
                decision: string | null;
                reason: string | null;
                /** Format: date-time */
                decidedAt: string | null;
            }[];
        };
        ProceedsTotals: {
            items: {
                /** @enum {string} */
                quota: "SFQ" | "LSQ";
                to: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                amountCny: string;
                payouts: number;
                names: number;
            }[];
        };
        Project: {
            /** Format: uuid */
            id: string;
            number: string;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            name: string;
            owner: string;
            regionCode: string;
            acceptanceNo: string | null;
            /** Format: date */
            acceptedOn: string | null;
            filingNo: string | null;
            quantities: components["schemas"]["Quantities"];
            grade: number | null;
            /** @enum {string} */
            fundingSource: "county" | "reclamation-fee" | "social" | "new-construction-land-fee";
            status: string;
            landClassChanged: boolean;
            /** Format: date-time */
            bankedAt: string | null;
        };
        ProjectDetail: {
            project: components["schemas"]["Project"];
            lots: components["schemas"]["Lot"][];
        };
        ProjectDocument: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "village-consent" | "survey-map" | "acceptance" | "filing" | "demolition" | "resettlement" | "funding" | "care" | "other";
            fileName: string;
            mediaType: string;
            bytes: number;
            sha256: string;
            party: string;
            /** Format: date-time */
            at: string;
        };
        ProjectImport: {
            /** Format: uuid */
            id: string;
            party: string;
            fileName: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            done: number;
            total: number | null;
            rows: number | null;
            banked: number;
            unchanged: number;
            rejectedRows: number;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa: string;
            failure: {
                code: string;
                message: string;
                messageEn: string;
            } | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
        };
        ProjectImportAccepted: {
            /** Format: uuid */
            id: string;
        };
        ProjectImportDetail: {
            /** Format: uuid */
            id: string;
            party: string;
            fileName: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            done: number;
            total: number | null;
            rows: number | null;
            banked: number;
            unchanged: number;
            rejectedRows: number;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa: string;
            failure: {
                code: string;
                message: string;
                messageEn: string;
            } | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            rejected: components["schemas"]["ImportFault"][];
        };
        ProjectImportPage: {
            items: components["schemas"]["ProjectImport"][];
            nextCursor: string | null;
        };
        ProjectPage: {
            items: components["schemas"]["Project"][];
            nextCursor: string | null;
        };
        ProjectRecord: {
            project: components["schemas"]["Project"];
            location: string | null;
            regime: string;
            next: ("approve" | "start" | "self-check" | "city-review" | "confirm" | "demolition-accept" | "file" | "bank" | "reject")[];
            steps: {
                step: string;
                status: string;
                figure: components["schemas"]["Quantities"] | null;
                cut: components["schemas"]["Quantities"];
                reason: string | null;
                documentNo: string | null;
                party: string;
                /** Format: date-time */
                at: string;
            }[];
            documents: components["schemas"]["ProjectDocument"][];
            parcels: {
                code: string;
                mapSheet: string | null;
                patchNo: string | null;
                landClass: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                areaHa: string;
            }[];
            care: {
                body: string;
                /** Format: date */
                fromDay: string;
                /** Format: date */
                untilDay: string;
                years: number;
            } | null;
            careChecks: {
                year: number;
                passed: boolean;
                findings: string;
                documentNo: string;
                lost: components["schemas"]["Quantities"];
                /** Format: date-time */
                at: string;
            }[];
        };
        ProposeMeasure: {
            party?: string;
            /** Format: uuid */
            lotId?: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa?: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            paddyHa?: string;
            /**
             * @description kilograms with 4 decimals
             * @example 365126.4000
             */
            capacityKg?: string;
            /**
             * @default regulator
             * @enum {string}
             */
            ground?: "regulator" | "satellite-patch" | "quality" | "reconciliation";
            patchNo?: string;
            reason: string;
            /** @enum {string} */
            kind: "freeze";
        } | {
            /** @enum {string} */
            kind: "unfreeze";
            /** Format: uuid */
            freezeId: string;
            reason: string;
        } | {
            /** @enum {string} */
            ground: "idle-land" | "assessment" | "bad-record";
            reason: string;
            /** Format: date-time */
            until?: string;
            /** @enum {string} */
            kind: "suspension";
            party: string;
        } | {
            /** @enum {string} */
            ground: "idle-land" | "assessment" | "bad-record";
            reason: string;
            /** @enum {string} */
            kind: "reinstatement";
            party: string;
        } | {
            /** @enum {string} */
            kind: "listing-suspension";
            /** Format: uuid */
            listingId: string;
            reason: string;
        } | {
            /** @enum {string} */
            kind: "listing-resumption";
            /** Format: uuid */
            listingId: string;
            reason: string;
        } | {
            /** @enum {string} */
            kind: "listing-termination";
            /** Format: uuid */
            listingId: string;
            reason: string;
        } | {
            /** @enum {string} */
            kind: "annulment";
            /** Format: uuid */
            tradeId: string;
            documentNo?: string;
            reason: string;
        };
        ProxyLimit: {
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            maxPriceCny: string;
            /** Format: date-time */
            setAt: string;
            /** @description bids that the market has made by limits of this bidder, in this listing */
            uses: number;
            /** @description place of the newest of them in the log */
            lastUsedSeq: number | null;
            /** Format: date-time */
            lastUsedAt: string | null;
        };
        PublishDemand: {
            /** Format: uuid */
            needId: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            limitCnyPerMu?: string;
            /** @default false */
            named?: boolean;
            /** Format: date */
            validUntil: string;
        };
        Purchase: {
            /** Format: uuid */
            listingId: string;
            bidderNo: number;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            priceCny: string;
            /** Format: date-time */
            boughtAt: string;
            version: number;
        };
        Quantities: {
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            paddyHa: string;
            /**
             * @description kilograms with 4 decimals
             * @example 365126.4000
             */
            capacityKg: string;
        };
        QuotaAct: {
            /** Format: uuid */
            id: string;
            number: string;
            /** @enum {string} */
            kind: "deduction" | "national-pool" | "reserve-in" | "return";
            party: string;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            /** Format: uuid */
            lotId: string;
            lotNumber: string;
            /** Format: uuid */
            newLotId: string | null;
            quantities: components["schemas"]["Quantities"];
            documentNo: string;
            reason: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            paidCny: string | null;
            /** Format: date-time */
            at: string;
        };
        QuotaActPage: {
            items: components["schemas"]["QuotaAct"][];
            nextCursor: string | null;
        };
        QuotaFreeze: {
            /** Format: uuid */
            id: string;
            party: string;
            /** Format: uuid */
            lotId: string | null;
            lotNumber: string | null;
            /** @enum {string} */
            ground: "regulator" | "satellite-patch" | "quality" | "reconciliation" | "seller-default";
            patchNo: string | null;
            partial: boolean;
            reason: string;
            held: {
                SFQ: components["schemas"]["Quantities"];
                LSQ: components["schemas"]["Quantities"];
            };
            /** Format: date-time */
            frozenAt: string;
            /** Format: date-time */
            liftedAt: string | null;
            liftReason: string | null;
        };
        QuotaFreezePage: {
            items: components["schemas"]["QuotaFreeze"][];
            nextCursor: string | null;
        };
        QuotaLoan: {
            /** Format: uuid */
            id: string;
            number: string;
            borrower: string;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            quantities: components["schemas"]["Quantities"];
            returned: components["schemas"]["Quantities"];
            outstanding: components["schemas"]["Quantities"];
            /** Format: date */
            dueOn: string;
            documentNo: string;
            reason: string;
            /** Format: date-time */
            lentAt: string;
            /** Format: date-time */
            returnedAt: string | null;
        };
        QuotaLoanPage: {
            items: components["schemas"]["QuotaLoan"][];
            nextCursor: string | null;
        };
        QuotaNotice: {
            /** @enum {string} */
            kind: "quota-expiring" | "buyer-hoarding";
            /** Format: uuid */
            lotId: string;
            lotNumber: string;
            quantities: components["schemas"]["Quantities"];
            /** Format: date-time */
            since: string | null;
            /** Format: date-time */
            until: string | null;
        };
        QuotaNotices: {
            items: components["schemas"]["QuotaNotice"][];
            matches: components["schemas"]["DemandMatch"][];
        };
        QuotaRequest: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "negotiation" | "allocation";
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            buyer: components["schemas"]["PartyRef"];
            owner: components["schemas"]["PartyRef"];
            lotNumber: string;
            needTitle: string;
            quantities: components["schemas"]["Quantities"];
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            priceCny: string;
            /** @enum {string} */
            state: "open" | "accepted" | "declined" | "withdrawn";
            reason: string | null;
            /** Format: uuid */
            listingId: string | null;
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            answeredAt: string | null;
            mine: boolean;
        };
        QuotaRequests: {
            items: components["schemas"]["QuotaRequest"][];
        };
        QuotaUse: {
            /** Format: uuid */
            id: string;
            number: string;
            party: string;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            projectCode: string;
            projectName: string;
            /** Format: uuid */
            needId: string | null;
            needNumber: string | null;
            /** @enum {string} */
            status: "earmarked" | "written-off" | "released";
            held: components["schemas"]["Quantities"];
            writtenOff: components["schemas"]["Quantities"];
            released: components["schemas"]["Quantities"];
            /** Format: date-time */
            earmarkedAt: string;
            /** Format: date-time */
            changedAt: string;
        };
        QuotaUseDetail: {
            use: components["schemas"]["QuotaUse"];
            lots: {
                /** Format: uuid */
                lotId: string;
                lotNumber: string;
                originProject: string;
                grade: number | null;
                held: components["schemas"]["Quantities"];
                writtenOff: components["schemas"]["Quantities"];
            }[];
            writeOffs: components["schemas"]["WriteOff"][];
        };
        QuotaUsePage: {
            items: components["schemas"]["QuotaUse"][];
            nextCursor: string | null;
        };
        ReclamationFee: {
            /** Format: uuid */
            id: string;
            number: string;
            party: string;
            projectCode: string;
            projectName: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa: string;
            basicFarmland: boolean;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            cnyPerMu: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            amountCny: string;
            /** Format: date */
            paidOn: string;
            receiptNo: string;
            /** Format: date-time */
            at: string;
        };
        ReclamationFeePage: {
            items: components["schemas"]["ReclamationFee"][];
            nextCursor: string | null;
        };
        Reconciliation: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
            /** @enum {string} */
            depth: "short" | "full";
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            /** Format: date-time */
            marketAt: string;
            ok: boolean | null;
            checked: {
                [key: string]: number;
            };
            findings: number;
            digest: string | null;
            progress: {
                done: number;
                total: number;
            } | null;
        };
        ReconciliationDetail: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
            /** @enum {string} */
            depth: "short" | "full";
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            /** Format: date-time */
            marketAt: string;
            ok: boolean | null;
            checked: {
                [key: string]: number;
            };
            findings: number;
            digest: string | null;
            progress: {
                done: number;
                total: number;
            } | null;
            items: components["schemas"]["Finding"][];
        };
        ReconciliationPage: {
            items: components["schemas"]["Reconciliation"][];
            nextCursor: string | null;
        };
        ReconciliationStarted: {
            /** Format: uuid */
            id: string;
        };
        RecordAllowance: {
            county: string;
            year: number;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa: string;
            documentNo: string;
        };
        RecordDefect: {
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa?: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            paddyHa?: string;
            /**
             * @description kilograms with 4 decimals
             * @example 365126.4000
             */
            capacityKg?: string;
            documentNo: string;
            reason: string;
        };
        RecordParcels: {
            parcels: {
                code: string;
                mapSheet: string | null;
                patchNo: string | null;
                landClass: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                areaHa: string;
            }[];
        };
        RecordReclamationFee: {
            projectCode: string;
            projectName: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa: string;
            basicFarmland: boolean;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            cnyPerMu: string;
            /** Format: date */
            paidOn: string;
            receiptNo: string;
        };
        RecordSurvey: {
            county: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            farmlandHa: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            targetHa: string;
        };
        RecordYearlyUse: {
            county?: string;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            year: number;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa?: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            paddyHa?: string;
            /**
             * @description kilograms with 4 decimals
             * @example 365126.4000
             */
            capacityKg?: string;
        };
        RegionMapHistory: {
            items: {
                /** Format: uuid */
                id: string;
                approvalNo: string;
                source: string;
                /** Format: date-time */
                uploadedAt: string;
                /** @description name of the person */
                uploadedBy: string;
                points: number;
                /** @description of the map as it is kept; null: taken down */
                sha256: string | null;
            }[];
        };
        RegionMapInput: {
            /**
             * @description 审图号
             * @example 宁S(2026)001号
             */
            approvalNo: string;
            /** @description who made the map */
            source: string;
            geojson: {
                /** @enum {string} */
                type: "FeatureCollection";
                features: ({
                    /** @enum {string} */
                    type: "Feature";
                    properties: {
                        code?: string | number;
                        adcode?: string | number;
                    } & {
                        [key: string]: unknown;
                    };
                    geometry: ({
                        /** @enum {string} */
                        type: "Polygon";
                        coordinates: number[][][];
                    } & {
                        [key: string]: unknown;
                    }) | ({
                        /** @enum {string} */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    } & {
                        [key: string]: unknown;
                    });
                } & {
                    [key: string]: unknown;
                })[];
            } & {
                [key: string]: unknown;
            };
        };
        RegionMapKept: {
            /** Format: uuid */
            id: string;
            /** @description 0: taken down */
            points: number;
        };
        Register: {
            /** Format: uuid */
            needId?: string;
            projectCode?: string;
            fromWallet?: boolean;
            /** @description what a seller puts up for a reverse purchase: exactly what is asked for */
            items?: {
                /** Format: uuid */
                lotId: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                areaHa?: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                paddyHa?: string;
                /**
                 * @description kilograms with 4 decimals
                 * @example 365126.4000
                 */
                capacityKg?: string;
            }[];
        };
        Registration: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            listingId: string;
            listingNumber: string | null;
            listingTitle: string;
            /** @enum {string} */
            listingStatus: "draft" | "county-certified" | "city-review" | "region-review" | "gov-approval" | "prefecture-window" | "notice" | "listing-open" | "timed-bidding" | "ceiling-reached" | "lottery" | "closed-sold" | "closed-failed" | "suspended" | "terminated" | "withdrawn";
            bidderNo: number;
            /** @enum {string} */
            status: "applied" | "qualified" | "rejected" | "deposit-paid" | "bidding-right" | "deposit-applied" | "refunded" | "forfeited";
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            depositCny: string;
            /** Format: date-time */
            depositCloseAt: string | null;
            /** Format: uuid */
            paymentId: string | null;
            /** Format: uuid */
            needId: string | null;
            projectCode: string | null;
            /** @description what a seller puts up for a reverse purchase */
            offered: components["schemas"]["Quantities"] | null;
            enteredTimed: boolean;
            /** Format: date-time */
            acceptedCeilingAt: string | null;
            leading: boolean;
            /** Format: date-time */
            registeredAt: string;
        };
        RegistrationPage: {
            items: components["schemas"]["Registration"][];
            nextCursor: string | null;
        };
        Release: {
            ocid: string;
            id: string;
            position: number;
            event: string;
            /** Format: date-time */
            date: string;
            tag: ("tender" | "tenderUpdate" | "tenderCancellation" | "award" | "awardUpdate" | "awardCancellation" | "contract" | "contractTermination" | "suspension")[];
            /** Format: uuid */
            subjectId: string;
            regionCode: string;
            parties: {
                id: string;
                name: string;
                nameEn: string;
                roles: string[];
            }[];
            tender: {
                id: string | null;
                title: string;
                status: string;
                procurementMethodDetails: string;
                /** @enum {string} */
                quota: "SFQ" | "LSQ";
                quantities: components["schemas"]["Quantities"];
                value: {
                    /**
                     * @description CNY with 2 decimals
                     * @example 45640800.00
                     */
                    amount: string;
                    /** @enum {string} */
                    currency: "CNY";
                };
                tenderPeriod: {
                    /** Format: date-time */
                    startDate: string | null;
                    /** Format: date-time */
                    endDate: string | null;
                };
                numberOfTenderers: number;
            } | null;
            awards: {
                id: string;
                title: string;
                status: string;
                /** Format: date-time */
                date: string;
                /** @enum {string} */
                quota: "SFQ" | "LSQ";
                quantities: components["schemas"]["Quantities"];
                value: {
                    /**
                     * @description CNY with 2 decimals
                     * @example 45640800.00
                     */
                    amount: string;
                    /** @enum {string} */
                    currency: "CNY";
                };
                /** Format: date-time */
                objectionsUntil: string;
            }[];
            suspension: {
                ground: string;
                reason: string;
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                until: string | null;
            } | null;
        };
        ReleaseQuota: {
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa?: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            paddyHa?: string;
            /**
             * @description kilograms with 4 decimals
             * @example 365126.4000
             */
            capacityKg?: string;
            reason: string;
        };
        ReplaceQuota: {
            /** Format: uuid */
            lotId: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa?: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            paddyHa?: string;
            /**
             * @description kilograms with 4 decimals
             * @example 365126.4000
             */
            capacityKg?: string;
        };
        ReplacementDuty: {
            /** Format: uuid */
            id: string;
            number: string;
            party: string;
            originProject: string;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            grade: number | null;
            quantities: components["schemas"]["Quantities"];
            replaced: components["schemas"]["Quantities"];
            missing: components["schemas"]["Quantities"];
            /** @enum {string} */
            status: "open" | "met" | "lapsed";
            documentNo: string;
            reason: string;
            /** Format: date-time */
            foundAt: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            endedAt: string | null;
        };
        ReplacementDutyPage: {
            items: components["schemas"]["ReplacementDuty"][];
            nextCursor: string | null;
        };
        ReplayWebhook: {
            from: number;
            to?: number;
        } | {
            delivery: string;
        };
        Report: {
            /** @enum {string} */
            subjectType: "listing" | "lot" | "trade";
            subjectId: string;
            body: string;
            contact?: string;
        };
        ReportAnswer: {
            receipt: string;
            /** @enum {string} */
            subjectType: "listing" | "lot" | "trade";
            /** Format: date-time */
            filedAt: string;
            /** Format: date-time */
            dueAt: string;
            owner: {
                code: string;
                nameZh: string;
                nameEn: string;
            };
            answer: string | null;
            /** Format: date-time */
            decidedAt: string | null;
        };
        ReportReceipt: {
            receipt: string;
            /** Format: date-time */
            dueAt: string;
        };
        Result: {
            /** Format: uuid */
            tradeId: string;
            /** Format: uuid */
            listingId: string;
            listingNumber: string | null;
            title: string;
            seller: {
                code: string;
                nameZh: string;
                nameEn: string;
            };
            buyer: {
                code: string;
                nameZh: string;
                nameEn: string;
            };
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            quantities: components["schemas"]["Quantities"];
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            priceCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            cnyPerMu: string | null;
            form: string;
            bidders: number;
            /** Format: date-time */
            closedAt: string;
            /** Format: date-time */
            objectionsUntil: string;
            /** @enum {string} */
            status: "pre-deal" | "result-publicity" | "confirmed" | "contract-signed" | "payment-due" | "paid" | "transfer-filed" | "quota-transferred" | "certificate-issued" | "proceeds-distributed" | "completed" | "objection-hold" | "defaulted" | "annulled";
        };
        ResultPage: {
            items: components["schemas"]["Result"][];
            nextCursor: string | null;
        };
        RetentionSchedule: {
            items: {
                key: string;
                days: number | null;
                /** @enum {string} */
                act: "deleted" | "erased" | "kept";
                what: {
                    "zh-CN": string;
                    en: string;
                };
                from: {
                    "zh-CN": string;
                    en: string;
                };
                basis: {
                    "zh-CN": string;
                    en: string;
                };
                swept: {
                    /** Format: date-time */
                    at: string;
                    rows: number;
                    sinceFirst: number;
                } | null;
            }[];
        };
        ReturnLoan: {
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa?: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            paddyHa?: string;
            /**
             * @description kilograms with 4 decimals
             * @example 365126.4000
             */
            capacityKg?: string;
        };
        RevealBid: {
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            priceCny: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            quantityHa: string | null;
            salt: string;
        };
        ReviewSample: {
            /** @enum {string} */
            outcome: "sound" | "faulty";
            reason: string;
        };
        Room: {
            /** Format: uuid */
            listingId: string;
            number: string | null;
            title: string;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            /** @enum {string} */
            form: "timed-bidding" | "fixed-price" | "sealed-uniform" | "sealed-first-price" | "reverse-purchase" | "negotiated" | "allocation";
            seller: components["schemas"]["PartyRef"];
            quantities: components["schemas"]["Quantities"];
            /** @enum {string} */
            status: "draft" | "county-certified" | "city-review" | "region-review" | "gov-approval" | "prefecture-window" | "notice" | "listing-open" | "timed-bidding" | "ceiling-reached" | "lottery" | "closed-sold" | "closed-failed" | "suspended" | "terminated" | "withdrawn";
            /** @enum {string} */
            phase: "not-open" | "listing" | "pause" | "ask" | "timed" | "ceiling" | "draw" | "suspended" | "closing" | "ended";
            version: number;
            /** Format: date-time */
            serverTime: string;
            timetable: components["schemas"]["Timetable"];
            timedWindowMin: number;
            /** @description whether the policy lets bidders leave a proxy limit */
            takesLimits: boolean;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            startPriceCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            stepCny: string | null;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            ceilingCny: string | null;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            depositCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            currentPriceCny: string | null;
            leaderNo: number | null;
            /**
             * @description lowest bid that counts now; null when none does
             * @example 45640800.00
             */
            minimumCny: string | null;
            bidCount: number;
            /** @description bidders with the right to bid */
            bidders: number;
            result: {
                /** @enum {string} */
                outcome: "sold" | "failed" | "terminated" | "withdrawn";
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                priceCny: string | null;
                winnerNo: number | null;
                winner: components["schemas"]["PartyRef"] | null;
                /** Format: date-time */
                closedAt: string | null;
            } | null;
            drawCommitment: string | null;
            draw: components["schemas"]["DrawRecord"] | null;
            /** @description only while it stands still: the regulator's words, or `county-first` */
            suspendedBecause?: string;
            self: components["schemas"]["RoomSelf"] | null;
            /** @description the newest 50, newest first */
            ladder: components["schemas"]["LadderBid"][];
        };
        RoomSelf: {
            /** Format: uuid */
            registrationId: string;
            bidderNo: number;
            /** @enum {string} */
            status: "applied" | "qualified" | "rejected" | "deposit-paid" | "bidding-right" | "deposit-applied" | "refunded" | "forfeited";
            leading: boolean;
            enteredTimed: boolean;
            mayBid: boolean;
            barredBy: string | null;
            acceptedCeiling: boolean;
            mayAcceptCeiling: boolean;
            limit: components["schemas"]["ProxyLimit"] | null;
        };
        RunnerUpOffer: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            listingId: string;
            listingNumber: string | null;
            listingTitle: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            priceCny: string;
            /** Format: date-time */
            offeredAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** @enum {string} */
            state: "open" | "accepted" | "declined" | "lapsed";
            /** Format: uuid */
            tradeId: string | null;
        };
        RunnerUpOffers: {
            items: components["schemas"]["RunnerUpOffer"][];
        };
        SampleReview: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            listingId: string;
            listing: string;
            regionCode: string;
            /** Format: date-time */
            drawnAt: string;
            /** Format: date-time */
            dueAt: string;
            /** @enum {string|null} */
            outcome: "sound" | "faulty" | null;
            reason: string | null;
            by: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            hadAHand: boolean;
        };
        SampleReviewPage: {
            items: components["schemas"]["SampleReview"][];
            nextCursor: string | null;
        };
        SatellitePatch: {
            projectNumber: string;
            /** Format: date */
            observedOn: string;
            source: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa: string;
        };
        SatellitePatchNoted: {
            /** Format: uuid */
            id: string;
        };
        SealBid: {
            suite: string;
            /** Format: uuid */
            listing: string;
            bidder: string;
            enc: string;
            ciphertext: string;
            commitment: string;
        };
        SealedLine: {
            /** Format: uuid */
            id: string;
            seq: number;
            bidderNo: number | null;
            commitment: string;
            /** Format: date-time */
            receivedAt: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            priceCny: string | null;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            quantityHa: string | null;
            voidReason: string | null;
            mine: boolean;
        };
        SealedLog: {
            items: components["schemas"]["SealedLine"][];
        };
        SealedReceipt: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            listingId: string;
            seq: number;
            commitment: string;
            /** Format: date-time */
            receivedAt: string;
            receiptText: string;
            signature: string;
            receiptPublicKey: string;
        };
        SealingCeremony: {
            publicKey: string;
            shares: {
                /** @enum {string} */
                holder: "county" | "operator" | "regulator";
                sealed: string;
                digest: string;
            }[];
        };
        SealingFacts: {
            publicKey: string;
            receiptPublicKey: string;
            holders: {
                /** @enum {string} */
                holder: "county" | "operator" | "regulator";
                party: components["schemas"]["PartyRef"];
                digest: string;
                /** Format: date-time */
                givenAt: string | null;
            }[];
            tieOrder: components["schemas"]["DrawRecord"] | null;
            /** Format: date-time */
            revealEndsAt: string | null;
            /** Format: date-time */
            openedAt: string | null;
            /** @enum {string|null} */
            openedBy: "shares" | "revelation" | null;
        };
        Session: {
            person: {
                /** Format: uuid */
                id: string;
                displayName: string;
                roles: ("maker" | "checker" | "approver" | "bidder" | "finance" | "regulator" | "auditor" | "administrator")[];
                hasPassword: boolean;
            };
            party: components["schemas"]["Party"];
            scope: string;
            csrfToken: string;
            /** Format: date-time */
            expiresAt: string;
        };
        SetDays: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            working: boolean;
            note: string;
        };
        SetHolderKey: {
            publicKey: string;
        };
        SetPassword: {
            password: string;
        };
        SignIn: {
            login: string;
            password: string;
        };
        SignTrade: Record<string, never>;
        SignedQuantities: {
            areaHa: string;
            paddyHa: string;
            capacityKg: string;
        };
        StatementStanding: {
            sources: {
                /** @enum {string} */
                source: "provider" | "bank";
                lines: number;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                inCny: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                outCny: string;
                /** Format: date-time */
                since: string;
                /** Format: date-time */
                through: string;
            }[];
        };
        SurveillanceSettings: {
            [key: string]: number;
        };
        Survey: {
            /** Format: uuid */
            id: string;
            county: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            farmlandHa: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            targetHa: string;
            /** Format: date-time */
            surveyedAt: string;
        };
        SurveyList: {
            items: components["schemas"]["Survey"][];
        };
        Suspension: {
            /** Format: uuid */
            id: string;
            party: components["schemas"]["PartyLabel"];
            /** @enum {string} */
            ground: "idle-land" | "assessment" | "bad-record" | "default";
            reason: string;
            /** Format: date-time */
            fromAt: string;
            /** Format: date-time */
            untilAt: string | null;
            /** Format: date-time */
            liftedAt: string | null;
            liftReason: string | null;
            stands: boolean;
        };
        SuspensionPage: {
            items: components["schemas"]["Suspension"][];
            nextCursor: string | null;
        };
        TakeCase: Record<string, never>;
        TakeProjectStep: {
            /** @enum {string} */
            step: "approve" | "start" | "self-check" | "city-review" | "confirm" | "demolition-accept" | "file" | "bank" | "reject";
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa?: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            paddyHa?: string;
            /**
             * @description kilograms with 4 decimals
             * @example 365126.4000
             */
            capacityKg?: string;
            reason?: string;
            documentNo?: string;
            /** Format: date */
            acceptedOn?: string;
            filingNo?: string;
            /** Format: date-time */
            validUntil?: string;
        };
        Task: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "project-import" | "reconciliation" | "papers" | "plan" | "month-report";
            name: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            done: number;
            total: number | null;
            page: string;
            cancellable: boolean;
            mine: boolean;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            finishedAt: string | null;
        };
        TaskList: {
            items: components["schemas"]["Task"][];
        };
        Timetable: {
            /** Format: date-time */
            noticeAt: string | null;
            /** Format: date-time */
            opensAt: string | null;
            /** Format: date-time */
            depositCloseAt: string | null;
            /** Format: date-time */
            listingBidStopAt: string | null;
            /** Format: date-time */
            listingEndsAt: string | null;
            /** Format: date-time */
            timedStartsAt: string | null;
            /**
             * Format: date-time
             * @description end of the running window
             */
            closesAt: string | null;
            /** Format: date-time */
            closedAt: string | null;
            /** Format: date-time */
            publicityEndsAt: string | null;
        };
        TopUpWallet: {
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            amountCny: string;
            /** @enum {string} */
            method: "bank-transfer" | "card";
            cardToken?: string;
        };
        Trade: {
            /** Format: uuid */
            id: string;
            number: string;
            /** Format: uuid */
            listingId: string;
            listingNumber: string | null;
            listingTitle: string;
            seller: {
                code: string;
                nameZh: string;
                nameEn: string;
            };
            buyer: {
                code: string;
                nameZh: string;
                nameEn: string;
            };
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            /** @enum {string} */
            status: "pre-deal" | "result-publicity" | "confirmed" | "contract-signed" | "payment-due" | "paid" | "transfer-filed" | "quota-transferred" | "certificate-issued" | "proceeds-distributed" | "completed" | "objection-hold" | "defaulted" | "annulled";
            quantities: components["schemas"]["Quantities"];
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            priceCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            depositCny: string;
            /** Format: date-time */
            awardedAt: string;
            /** Format: date-time */
            publicityEndsAt: string;
            /** Format: date-time */
            contractDueAt: string | null;
            /** Format: date-time */
            paymentDueAt: string | null;
            /** Format: date-time */
            completedAt: string | null;
            certificateNumber: string | null;
            items: components["schemas"]["TradeItem"][];
            steps: components["schemas"]["TradeStep"][];
            /** Format: date-time */
            confirmedAt: string | null;
            signatures: {
                seller: {
                    /** Format: date-time */
                    at: string;
                    byName: string;
                } | null;
                buyer: {
                    /** Format: date-time */
                    at: string;
                    byName: string;
                } | null;
            };
            balance: {
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                amountCny: string;
                /** Format: uuid */
                paymentId: string;
                /** @enum {string} */
                state: "requested" | "submitted" | "unknown" | "succeeded" | "failed" | "canceled";
            } | null;
            /** Format: date-time */
            paidAt: string | null;
            /** Format: date-time */
            transferredAt: string | null;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            lateChargeCny: string;
            late: {
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                amountCny: string;
                /** Format: uuid */
                paymentId: string | null;
                /** @enum {string|null} */
                state: "requested" | "submitted" | "unknown" | "succeeded" | "failed" | "canceled" | null;
            } | null;
            instalments: {
                part: number;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                amountCny: string;
                /** Format: date-time */
                dueAt: string;
                /** Format: uuid */
                paymentId: string | null;
                /** @enum {string|null} */
                state: "requested" | "submitted" | "unknown" | "succeeded" | "failed" | "canceled" | null;
            }[];
            compensation: {
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                amountCny: string;
                /** Format: uuid */
                paymentId: string;
                /** @enum {string} */
                state: "requested" | "submitted" | "unknown" | "succeeded" | "failed" | "canceled";
            } | null;
            proceeds: {
                to: string;
                partyCode: string | null;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                amountCny: string;
                /** Format: uuid */
                payoutId: string;
                state: string;
            }[];
            papers: ("confirmation" | "contract" | "receipt")[];
            certificate: {
                /** Format: uuid */
                id: string;
                number: string;
                code: string;
                digest: string;
                rendered: boolean;
            } | null;
            priority: components["schemas"]["PriorityCertificate"] | null;
        };
        TradeItem: {
            ordinal: number;
            /** Format: uuid */
            lotId: string;
            lotNumber: string;
            /** Format: uuid */
            newLotId: string | null;
            newLotNumber: string | null;
            quantities: components["schemas"]["Quantities"];
        };
        TradePage: {
            items: components["schemas"]["TradeSummary"][];
            nextCursor: string | null;
        };
        TradeStep: {
            step: string;
            /** Format: date-time */
            at: string;
        };
        TradeSummary: {
            /** Format: uuid */
            id: string;
            number: string;
            /** Format: uuid */
            listingId: string;
            listingNumber: string | null;
            listingTitle: string;
            seller: {
                code: string;
                nameZh: string;
                nameEn: string;
            };
            buyer: {
                code: string;
                nameZh: string;
                nameEn: string;
            };
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            /** @enum {string} */
            status: "pre-deal" | "result-publicity" | "confirmed" | "contract-signed" | "payment-due" | "paid" | "transfer-filed" | "quota-transferred" | "certificate-issued" | "proceeds-distributed" | "completed" | "objection-hold" | "defaulted" | "annulled";
            quantities: components["schemas"]["Quantities"];
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            priceCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            depositCny: string;
            /** Format: date-time */
            awardedAt: string;
            /** Format: date-time */
            publicityEndsAt: string;
            /** Format: date-time */
            contractDueAt: string | null;
            /** Format: date-time */
            paymentDueAt: string | null;
            /** Format: date-time */
            completedAt: string | null;
            certificateNumber: string | null;
        };
        TransferInstructions: {
            bankName: string;
            accountName: string;
            accountNumber: string;
            reference: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            amountCny: string;
        };
        TuneSurveillance: {
            reason: string;
            settings: {
                priceBandPct?: number;
                expiryWarningDays?: number;
                hoardingMonths?: number;
                transferFilingDays?: number;
                declarationMaxAgeDays?: number;
                capacityKgPerHaMin?: number;
                capacityKgPerHaMax?: number;
                traitSharedMax?: number;
                meetingsMin?: number;
                scoreMin?: number;
                joinMin?: number;
            };
        };
        Verification: {
            number: string;
            code: string;
            /** @enum {string} */
            status: "valid" | "revoked" | "expired" | "used-up";
            /** Format: date-time */
            issuedAt: string;
            /** Format: date-time */
            validUntil: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            revokeReason: string | null;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            quantities: components["schemas"]["Quantities"];
            used: components["schemas"]["Quantities"];
            remaining: components["schemas"]["Quantities"];
            tradeNumber: string;
            listingNumber: string | null;
            sellerName: string;
            buyerNameMasked: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            priceCny: string;
            origins: {
                projectNumber: string;
                county: string;
                quantities: components["schemas"]["Quantities"];
            }[];
            digest: string;
            pdfSha256: string | null;
            priority: components["schemas"]["PrioritySummary"] | null;
        };
        WaitingApproval: {
            /** @enum {string} */
            lane: "county-check" | "city" | "region" | "region-government";
            round: number;
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            dueAt: string | null;
            listing: components["schemas"]["ListingSummary"];
        };
        WaitingApprovals: {
            items: components["schemas"]["WaitingApproval"][];
        };
        Wallet: {
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            fundsCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            heldCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            limitCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            coverableCny: string;
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            withdrawableCny: string;
            covers: components["schemas"]["DepositCover"][];
            topUps: components["schemas"]["Payment"][];
            withdrawals: {
                /** Format: uuid */
                id: string;
                /**
                 * @description CNY with 2 decimals
                 * @example 45640800.00
                 */
                amountCny: string;
                /** @enum {string} */
                state: "requested" | "submitted" | "unknown" | "succeeded" | "failed";
                /** Format: date-time */
                requestedAt: string;
                /** Format: date-time */
                resolvedAt: string | null;
            }[];
        };
        Webhook: {
            /** Format: uuid */
            id: string;
            url: string;
            events: string[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            endedAt: string | null;
            waiting: number;
            failed: number;
        };
        WebhookCreated: {
            /** Format: uuid */
            id: string;
            secret: string;
        };
        WebhookDeliveries: {
            items: {
                id: string;
                position: number | null;
                event: string;
                /** @enum {string} */
                state: "waiting" | "delivered" | "failed";
                attempts: number;
                /** Format: date-time */
                nextAt: string | null;
                status: number | null;
                error: string | null;
                /** Format: date-time */
                deliveredAt: string | null;
            }[];
        };
        WebhookEnded: {
            /** Format: uuid */
            id: string;
        };
        WebhookList: {
            items: components["schemas"]["Webhook"][];
        };
        WebhookReceipt: {
            /** @enum {boolean} */
            received: true;
        };
        WebhookReplayed: {
            deliveries: number;
        };
        WithdrawFromWallet: {
            /**
             * @description CNY with 2 decimals
             * @example 45640800.00
             */
            amountCny: string;
        };
        WithdrawListing: {
            reason: string;
        };
        WithdrawNeed: {
            reason: string;
        };
        WithdrawnDemand: {
            /** Format: uuid */
            id: string;
        };
        WriteOff: {
            /** Format: uuid */
            id: string;
            number: string;
            quantities: components["schemas"]["Quantities"];
            occupied: components["schemas"]["Quantities"];
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            countedHa: string;
            documentNo: string;
            approver: string;
            /** Format: date-time */
            at: string;
        };
        WriteOffQuota: {
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            areaHa?: string;
            /**
             * @description hectares with 4 decimals; 0.0001 ha = 1 m²
             * @example 60.8544
             */
            paddyHa?: string;
            /**
             * @description kilograms with 4 decimals
             * @example 365126.4000
             */
            capacityKg?: string;
            occupied?: {
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                areaHa?: string;
                /**
                 * @description hectares with 4 decimals; 0.0001 ha = 1 m²
                 * @example 60.8544
                 */
                paddyHa?: string;
                /**
                 * @description kilograms with 4 decimals
                 * @example 365126.4000
                 */
                capacityKg?: string;
            };
            documentNo: string;
            approver: string;
        };
        YearlyUse: {
            county: string;
            /** @enum {string} */
            quota: "SFQ" | "LSQ";
            year: number;
            quantities: components["schemas"]["Quantities"];
        };
        YearlyUseList: {
            items: components["schemas"]["YearlyUse"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ProjectsController_accounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partyCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyAccounts"];
                };
            };
        };
    };
    OversightController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "open" | "decided" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertPage"];
                };
            };
        };
    };
    SurveillanceController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseFile"];
                };
            };
        };
    };
    OversightController_decide: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideAlert"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alert"];
                };
            };
        };
    };
    SurveillanceController_note: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseNote"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseFile"];
                };
            };
        };
    };
    SurveillanceController_take: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeCase"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseFile"];
                };
            };
        };
    };
    CountyRecordsController_listAllowances: {
        parameters: {
            query?: {
                county?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllowanceList"];
                };
            };
        };
    };
    CountyRecordsController_settleAllowance: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordAllowance"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Allowance"];
                };
            };
        };
    };
    AuditLogController_log: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLog"];
                };
            };
        };
    };
    AuditLogController_checkpointsBefore: {
        parameters: {
            query?: {
                limit?: number;
                before?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditCheckpoints"];
                };
            };
        };
    };
    AuditLogController_list: {
        parameters: {
            query?: {
                limit?: number;
                before?: number;
                outcome?: "done" | "refused" | "failed";
                action?: string;
                subjectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntries"];
                };
            };
        };
    };
    CalendarController_year: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarYear"];
                };
            };
        };
    };
    CalendarController_set: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetDays"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarYear"];
                };
            };
        };
    };
    PublicationController_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ChangesController_after: {
        parameters: {
            query?: {
                after?: number;
                event?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeFeed"];
                };
            };
        };
    };
    ChangesController_file: {
        parameters: {
            query: {
                after?: number;
                event?: string;
                format: "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ChangesController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                position: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
                };
            };
        };
    };
    ClearingController_study: {
        parameters: {
            query?: {
                quota?: "SFQ" | "LSQ";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clearing"];
                };
            };
        };
    };
    ClockController_now: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
        };
    };
    OversightController_cockpit: {
        parameters: {
            query?: {
                quota?: "SFQ" | "LSQ";
                region?: string;
                months?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cockpit"];
                };
            };
        };
    };
    ComplaintsController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "open" | "decided" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintPage"];
                };
            };
        };
    };
    CountyFirstController_positions: {
        parameters: {
            query?: {
                quota?: "SFQ" | "LSQ";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountyPositions"];
                };
            };
        };
    };
    CountyFirstController_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountyFirstCheckInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountyFirstCheck"];
                };
            };
        };
    };
    CountyFirstController_detail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                countyCode: string;
                quota: "SFQ" | "LSQ";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountyFirstDetail"];
                };
            };
        };
    };
    CountyRecordsController_declare: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Declare"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Declaration"];
                };
            };
        };
    };
    DelegationsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegations"];
                };
            };
        };
    };
    DelegationsController_give: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Delegate"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    DelegationsController_end: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    DemandController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                quota?: "SFQ" | "LSQ";
                year?: number;
                category?: "construction" | "national-key" | "regional-key" | "livelihood" | "village-housing" | "rural-development";
                city?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandPage"];
                };
            };
        };
    };
    DemandController_publish: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishDemand"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demand"];
                };
            };
        };
    };
    DemandController_depth: {
        parameters: {
            query?: {
                quota?: "SFQ" | "LSQ";
                year?: number;
                category?: "construction" | "national-key" | "regional-key" | "livelihood" | "village-housing" | "rural-development";
                city?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandDepth"];
                };
            };
        };
    };
    DemandController_withdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawnDemand"];
                };
            };
        };
    };
    PaymentsController_fund: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FundPayment"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
        };
    };
    SessionController_personas: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonaList"];
                };
            };
        };
    };
    SessionController_openPersona: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonaSignIn"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    BankPapersController_download: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                quota?: "SFQ" | "LSQ";
            };
            header?: never;
            path: {
                sheet: "projects" | "lots" | "uses";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ProjectRecordsController_tree: {
        parameters: {
            query?: {
                project?: string;
                lot?: string;
                use?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Families"];
                };
            };
        };
    };
    ReconciliationsController_findings: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "open" | "closed" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingPage"];
                };
            };
        };
    };
    QuotaActsController_listFreezes: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                party?: string;
                lotId?: string;
                state?: "active" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaFreezePage"];
                };
            };
        };
    };
    SealedController_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolderKeys"];
                };
            };
        };
    };
    BankPapersController_listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyProjectList"];
                };
            };
        };
    };
    BankPapersController_addKey: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListKeyProject"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyProjectList"];
                };
            };
        };
    };
    BankPapersController_removeKey: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyProjectList"];
                };
            };
        };
    };
    ListingsController_feed: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: string;
                quota?: "SFQ" | "LSQ";
                /** @description a county, or a city for all its counties */
                county?: string;
                /** @description part of the number or title */
                q?: string;
                /** @description newest when left out; the others leave out what has ended */
                sort?: "newest" | "closing-soon" | "price-low" | "price-high";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingPage"];
                };
            };
        };
    };
    ListingsController_create: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateListing"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
        };
    };
    ListingsController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
        };
    };
    ListingsController_edit: {
        parameters: {
            query?: never;
            header: {
                /** @description version of the draft that was edited */
                "If-Match": string;
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditListing"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
        };
    };
    ListingApprovalsController_decide: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideApproval"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
        };
    };
    BiddingController_ladder: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BidLadder"];
                };
            };
        };
    };
    BiddingController_bid: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceBid"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BidReceipt"];
                };
            };
        };
    };
    BiddingController_byKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BidState"];
                };
            };
        };
    };
    AuditLogController_ofBid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                seq: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InclusionProof"];
                };
            };
        };
    };
    BiddingController_accept: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptCeiling"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CeilingReceipt"];
                };
            };
        };
    };
    ListingApprovalsController_certify: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertifyListing"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
        };
    };
    EligibilityController_of: {
        parameters: {
            query?: {
                needId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Eligibility"];
                };
            };
        };
    };
    BiddingController_limit: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveLimit"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitReceipt"];
                };
            };
        };
    };
    PurchaseController_offer: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferToSell"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferReceipt"];
                };
            };
        };
    };
    SealedController_buy: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Buy"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Purchase"];
                };
            };
        };
    };
    ListingApprovalsController_acceptReduction: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptReduction"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
        };
    };
    BiddingController_register: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Register"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
        };
    };
    BiddingController_cover: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CoverDeposit"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
        };
    };
    ReplayController_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuctionReplay"];
                };
            };
        };
    };
    BiddingController_room: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
        };
    };
    SealedController_log: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SealedLog"];
                };
            };
        };
    };
    SealedController_seal: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SealBid"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SealedReceipt"];
                };
            };
        };
    };
    SealedController_reveal: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
                bid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealBid"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpeningState"];
                };
            };
        };
    };
    SealedController_share: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnShare"];
                };
            };
        };
    };
    SealedController_giveShare: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveShare"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpeningState"];
                };
            };
        };
    };
    ListingApprovalsController_withdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawListing"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
        };
    };
    LotOrdersController_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotOrders"];
                };
            };
        };
    };
    LotOrdersController_open: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenLotOrder"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotOrder"];
                };
            };
        };
    };
    LotOrdersController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotOrder"];
                };
            };
        };
    };
    LotOrdersController_contribute: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Contribute"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotOrder"];
                };
            };
        };
    };
    LotOrdersController_draw: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawLotOrder"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotOrder"];
                };
            };
        };
    };
    ProjectsController_listLots: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                owner?: string;
                quota?: "SFQ" | "LSQ";
                saleable?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotPage"];
                };
            };
        };
    };
    ProjectsController_oneLot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotDetail"];
                };
            };
        };
    };
    AtlasController_atlas: {
        parameters: {
            query?: {
                quota?: "SFQ" | "LSQ";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketAtlas"];
                };
            };
        };
    };
    RegionMapController_current: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrentRegionMap"];
                };
            };
        };
    };
    RegionMapController_putUp: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegionMapInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionMapKept"];
                };
            };
        };
    };
    RegionMapController_takeDown: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionMapKept"];
                };
            };
        };
    };
    RegionMapController_history: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionMapHistory"];
                };
            };
        };
    };
    OversightController_summary: {
        parameters: {
            query?: {
                quota?: "SFQ" | "LSQ";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketSummary"];
                };
            };
        };
    };
    MeasuresController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "open" | "decided" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasurePage"];
                };
            };
        };
    };
    MeasuresController_propose: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeMeasure"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Measure"];
                };
            };
        };
    };
    MeasuresController_decide: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideMeasure"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Measure"];
                };
            };
        };
    };
    MoneyController_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                party: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyMoney"];
                };
            };
        };
    };
    MonthReportsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthReports"];
                };
            };
        };
    };
    MonthReportsController_order: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderMonthReports"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthReportDetail"];
                };
            };
        };
    };
    MonthReportsController_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                format: "pdf" | "xlsx";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MonthReportsController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthReportDetail"];
                };
            };
        };
    };
    ListingApprovalsController_waiting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingApprovals"];
                };
            };
        };
    };
    SealedController_setKey: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetHolderKey"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolderKeys"];
                };
            };
        };
    };
    ListingsController_mine: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingPage"];
                };
            };
        };
    };
    PaymentsController_mine: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "requested" | "submitted" | "unknown" | "succeeded" | "failed" | "canceled";
                subjectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentPage"];
                };
            };
        };
    };
    PlansController_acts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanActs"];
                };
            };
        };
    };
    DemandController_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaNotices"];
                };
            };
        };
    };
    QuotaRequestsController_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaRequests"];
                };
            };
        };
    };
    BiddingController_mine: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                listingId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationPage"];
                };
            };
        };
    };
    RunnerUpController_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunnerUpOffers"];
                };
            };
        };
    };
    WalletController_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wallet"];
                };
            };
        };
    };
    WalletController_topUp: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopUpWallet"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
        };
    };
    WalletController_withdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawFromWallet"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wallet"];
                };
            };
        };
    };
    CountyRecordsController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                party?: string;
                quota?: "SFQ" | "LSQ";
                status?: "open" | "covered" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedPage"];
                };
            };
        };
    };
    CountyRecordsController_register: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateNeed"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Need"];
                };
            };
        };
    };
    CountyRecordsController_confirm: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmNeed"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Need"];
                };
            };
        };
    };
    CountyRecordsController_withdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawNeed"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Need"];
                };
            };
        };
    };
    NotificationsController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "unread" | "all";
                topic?: "approvals" | "listings" | "bidding" | "money" | "trades" | "county-first" | "oversight" | "sanctions" | "quota" | "work";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPage"];
                };
            };
        };
    };
    NotificationsController_read: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkRead"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkedRead"];
                };
            };
        };
    };
    ComplaintsController_decide: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideObjection"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Complaint"];
                };
            };
        };
    };
    OversightController_overview: {
        parameters: {
            query?: {
                quota?: "SFQ" | "LSQ";
                region?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
        };
    };
    PaperBatchesController_start: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakePapers"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperBatch"];
                };
            };
        };
    };
    PaperBatchesController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperBatch"];
                };
            };
        };
    };
    PublicationController_checkPaper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                digest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperCheck"];
                };
            };
        };
    };
    PartiesController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyList"];
                };
            };
        };
    };
    PartiesController_create: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateParty"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
        };
    };
    PaymentsController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
        };
    };
    PaymentsController_confirm: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmPayment"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
        };
    };
    PayoutsController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "waiting" | "prepared" | "released" | "submitted" | "unknown" | "succeeded" | "failed";
                tradeId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutPage"];
                };
            };
        };
    };
    PayoutsController_totals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProceedsTotals"];
                };
            };
        };
    };
    PayoutsController_names: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BeneficiaryList"];
                };
            };
        };
    };
    PayoutsController_file: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameBeneficiaries"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BeneficiaryList"];
                };
            };
        };
    };
    PayoutsController_prepare: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayoutCommand"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payout"];
                };
            };
        };
    };
    PayoutsController_release: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayoutCommand"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payout"];
                };
            };
        };
    };
    PartiesController_listPeople: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["People"];
                };
            };
        };
    };
    PartiesController_createOne: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePerson"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
        };
    };
    PartiesController_amend: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendPerson"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
        };
    };
    PartiesController_setPassword: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPassword"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    PlanRunsController_cancel: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanRun"];
                };
            };
        };
    };
    PlanRunsController_progress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description text/event-stream of PlanRun */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PlansController_make: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanSet"];
                };
            };
        };
    };
    PlansController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanSet"];
                };
            };
        };
    };
    PlansController_act: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActOnPlan"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanAct"];
                };
            };
        };
    };
    PolicyController_inForce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyInForce"];
                };
            };
        };
    };
    PolicyController_versions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersions"];
                };
            };
        };
    };
    PolicyController_draft: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftPolicy"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersion"];
                };
            };
        };
    };
    PolicyController_decide: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecidePolicy"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersion"];
                };
            };
        };
    };
    PolicyController_trial: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyTrial"];
                };
            };
        };
    };
    PracticeController_rooms: {
        parameters: {
            query?: never;
            header?: {
                /** @description Secret of the seat, made by the browser */
                "x-practice-seat"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeRooms"];
                };
            };
        };
    };
    PracticeController_open: {
        parameters: {
            query?: never;
            header: {
                /** @description Secret of the seat, made by the browser */
                "x-practice-seat"?: string;
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenPractice"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeRoom"];
                };
            };
        };
    };
    PracticeController_room: {
        parameters: {
            query?: never;
            header?: {
                /** @description Secret of the seat, made by the browser */
                "x-practice-seat"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeRoom"];
                };
            };
        };
    };
    PracticeController_act: {
        parameters: {
            query?: never;
            header: {
                /** @description Secret of the seat, made by the browser */
                "x-practice-seat"?: string;
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PracticeAct"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeRoom"];
                };
            };
        };
    };
    PracticeController_join: {
        parameters: {
            query?: never;
            header: {
                /** @description Secret of the seat, made by the browser */
                "x-practice-seat"?: string;
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinPractice"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeRoom"];
                };
            };
        };
    };
    PracticeController_host: {
        parameters: {
            query?: never;
            header: {
                /** @description Secret of the seat, made by the browser */
                "x-practice-seat"?: string;
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PracticeHost"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeRoom"];
                };
            };
        };
    };
    PriceIndexController_index: {
        parameters: {
            query?: {
                quota?: "SFQ" | "LSQ";
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceIndex"];
                };
            };
        };
    };
    PriceIndexController_rows: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                quota?: "SFQ" | "LSQ";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceRows"];
                };
            };
        };
    };
    ProjectRecordsController_file: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileProject"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectRecord"];
                };
            };
        };
    };
    ProjectImportsController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectImportPage"];
                };
            };
        };
    };
    ProjectImportsController_upload: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectImportAccepted"];
                };
            };
        };
    };
    ProjectImportsController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectImportDetail"];
                };
            };
        };
    };
    ProjectImportsController_cancel: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectImportDetail"];
                };
            };
        };
    };
    ProjectsController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                owner?: string;
                quota?: "SFQ" | "LSQ";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectPage"];
                };
            };
        };
    };
    ProjectsController_bank: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BankProject"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDetail"];
                };
            };
        };
    };
    ProjectsController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDetail"];
                };
            };
        };
    };
    ProjectRecordsController_agreeCare: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeCare"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectRecord"];
                };
            };
        };
    };
    ProjectRecordsController_checkCare: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckCare"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectRecord"];
                };
            };
        };
    };
    QuotaActsController_recordDefect: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordDefect"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefectOutcome"];
                };
            };
        };
    };
    ProjectRecordsController_attach: {
        parameters: {
            query: {
                kind: "village-consent" | "survey-map" | "acceptance" | "filing" | "demolition" | "resettlement" | "funding" | "care" | "other";
            };
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectRecord"];
                };
            };
        };
    };
    ProjectRecordsController_content: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ProjectRecordsController_parcels: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordParcels"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectRecord"];
                };
            };
        };
    };
    ProjectRecordsController_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectRecord"];
                };
            };
        };
    };
    ProjectRecordsController_step: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeProjectStep"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectRecord"];
                };
            };
        };
    };
    QuotaActsController_listActs: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                party?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaActPage"];
                };
            };
        };
    };
    QuotaActsController_act: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActOnQuota"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaAct"];
                };
            };
        };
    };
    QuotaActsController_listLoans: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                party?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaLoanPage"];
                };
            };
        };
    };
    QuotaActsController_lend: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LendQuota"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaLoan"];
                };
            };
        };
    };
    QuotaActsController_giveBack: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnLoan"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaLoan"];
                };
            };
        };
    };
    QuotaRequestsController_answer: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerQuotaRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaRequest"];
                };
            };
        };
    };
    BankPapersController_listFees: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                party?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReclamationFeePage"];
                };
            };
        };
    };
    BankPapersController_recordFee: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordReclamationFee"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReclamationFee"];
                };
            };
        };
    };
    ReconciliationsController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationPage"];
                };
            };
        };
    };
    ReconciliationsController_start: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationStarted"];
                };
            };
        };
    };
    ReconciliationsController_detail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationDetail"];
                };
            };
        };
    };
    PurchaseController_certify: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertifyOffer"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
        };
    };
    QuotaActsController_listDuties: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                party?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacementDutyPage"];
                };
            };
        };
    };
    QuotaActsController_replace: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceQuota"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacementDuty"];
                };
            };
        };
    };
    ComplaintsController_report: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Report"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportReceipt"];
                };
            };
        };
    };
    ComplaintsController_answer: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerReport"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Complaint"];
                };
            };
        };
    };
    ComplaintsController_answerOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                receipt: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportAnswer"];
                };
            };
        };
    };
    PublicationController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                quota?: "SFQ" | "LSQ";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultPage"];
                };
            };
        };
    };
    NotificationsController_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionSchedule"];
                };
            };
        };
    };
    RunnerUpController_answer: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerOffer"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunnerUpOffer"];
                };
            };
        };
    };
    SampleReviewsController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "open" | "decided" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleReviewPage"];
                };
            };
        };
    };
    SampleReviewsController_decide: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewSample"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleReview"];
                };
            };
        };
    };
    SurveillanceController_patch: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SatellitePatch"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SatellitePatchNoted"];
                };
            };
        };
    };
    SessionController_current: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrentSession"];
                };
            };
        };
    };
    SessionController_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    SessionController_close: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SessionController_renewPassword: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    SettingsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalSettings"];
                };
            };
        };
    };
    SettingsController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSettings"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalSettings"];
                };
            };
        };
    };
    SettingsController_confirm: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmEmail"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalSettings"];
                };
            };
        };
    };
    StatementsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementStanding"];
                };
            };
        };
    };
    StatementsController_upload: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankStatement"];
                };
            };
        };
    };
    StreamController_follow: {
        parameters: {
            query: {
                topics: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description text/event-stream of StreamEvent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SurveillanceController_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveillanceSettings"];
                };
            };
        };
    };
    SurveillanceController_tune: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TuneSurveillance"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveillanceSettings"];
                };
            };
        };
    };
    CountyRecordsController_surveys: {
        parameters: {
            query?: {
                county?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurveyList"];
                };
            };
        };
    };
    CountyRecordsController_survey: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordSurvey"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Survey"];
                };
            };
        };
    };
    SuspensionsController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "standing" | "ended" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspensionPage"];
                };
            };
        };
    };
    NotificationsController_longWork: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskList"];
                };
            };
        };
    };
    TradesController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: "pre-deal" | "result-publicity" | "confirmed" | "contract-signed" | "payment-due" | "paid" | "transfer-filed" | "quota-transferred" | "certificate-issued" | "proceeds-distributed" | "completed" | "objection-hold" | "defaulted" | "annulled";
                listingId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TradePage"];
                };
            };
        };
    };
    TradesController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trade"];
                };
            };
        };
    };
    ComplaintsController_object: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjectToTrade"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Complaint"];
                };
            };
        };
    };
    PublicationController_paper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                kind: "confirmation" | "contract" | "receipt";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    TradesController_pay: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmPayment"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
        };
    };
    TradesController_sign: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignTrade"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trade"];
                };
            };
        };
    };
    QuotaUsesController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                party?: string;
                quota?: "SFQ" | "LSQ";
                project?: string;
                status?: "earmarked" | "written-off" | "released";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaUsePage"];
                };
            };
        };
    };
    QuotaUsesController_make: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EarmarkQuota"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaUseDetail"];
                };
            };
        };
    };
    QuotaUsesController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaUseDetail"];
                };
            };
        };
    };
    QuotaUsesController_giveBack: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseQuota"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaUseDetail"];
                };
            };
        };
    };
    QuotaUsesController_consume: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteOffQuota"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaUseDetail"];
                };
            };
        };
    };
    PublicationController_verify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
        };
    };
    AuditLogController_ofCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InclusionProof"];
                };
            };
        };
    };
    WebhooksController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
        };
    };
    WebhooksController_create: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhook"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookCreated"];
                };
            };
        };
    };
    WebhooksController_end: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEnded"];
                };
            };
        };
    };
    WebhooksController_deliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveries"];
                };
            };
        };
    };
    WebhooksController_replay: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayWebhook"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReplayed"];
                };
            };
        };
    };
    WebhooksController_stripe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReceipt"];
                };
            };
        };
    };
    CountyRecordsController_yearlyUses: {
        parameters: {
            query?: {
                county?: string;
                quota?: "SFQ" | "LSQ";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearlyUseList"];
                };
            };
        };
    };
    CountyRecordsController_recordUse: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID made by the caller before sending */
                "Idempotency-Key": string;
                /** @description Token of the session, from sign-in */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordYearlyUse"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearlyUse"];
                };
            };
        };
    };
}
