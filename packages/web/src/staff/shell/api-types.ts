// Made from packages/server/openapi.json by openapi-typescript; api-types.test.ts holds it to that.

export interface paths {
    "/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statements of a kind in a round, the latest first: for those who sign with others, or object. */
        get: operations["listStatements"];
        put?: never;
        /**
         * Send statements to the record, as anyone’s relay.
         * @description One entry, or several, each preceded by its length as two bytes, big-endian; their order is kept. The answer comes once they are durable. Sent again, an entry keeps its first index.
         */
        post: operations["postStatements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/statements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a statement, its entries and whether it has force. */
        get: operations["readStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/statements/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The proof that an entry of a statement is under the checkpoint (C2SP tlog-proof). */
        get: operations["readProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/election": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which election this is, and how far it is. */
        get: operations["readElection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Checkpoints and publications as they come (server-sent events).
         * @description Events `checkpoint` {size} and `published` {size}; the first tells where the record is now.
         */
        get: operations["readEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a challenge to sign. */
        post: operations["createChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a session: the key signs the challenge.
         * @description What is signed: `countersign/session/v1\n<origin>\n<challenge in base64>\n` in UTF-8. The cookie `session` then carries it for a day.
         */
        post: operations["createSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/first": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin the first session, with the setup code that the server printed, before there is a definition.
         * @description What is signed: `countersign/first/v1\n<origin>\n<code, 28 characters without hyphens>\n` in UTF-8. The key then may set the election up.
         */
        post: operations["createFirstSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose session this is. */
        get: operations["readSession"];
        put?: never;
        post?: never;
        /** End this session. */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invitations of one’s own side. */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite people into one’s own side.
         * @description The codes are shown this once: only their hashes are kept. All are made, or none.
         */
        post: operations["createInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/enrolment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An `enrol` statement of those who have answered, to be signed on one’s own device.
         * @description At most 400 keys at once; when it is recorded, ask again while `left` is not zero.
         */
        get: operations["readEnrolment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an invitation is to, for whoever has its code. */
        get: operations["readInvitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{code}/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer an invitation with the key of one’s device.
         * @description What is signed: `countersign/invitation/v1\n<origin>\n<code, 28 characters without hyphens>\n<public key in base64>\n` in UTF-8. The same key again is answered as the first time.
         */
        post: operations["answerInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back before its key is enrolled. */
        delete: operations["withdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The version of a draft to go on from. */
        get: operations["readDraft"];
        /**
         * Save a version of a draft. No version is ever lost.
         * @description Where another version has come since the one seen, the answer is 409 with `current`, that other version, and `version`, the number under which this one is kept beside it.
         */
        put: operations["putDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{key}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version of a draft that anyone saved, from the first. */
        get: operations["listDraftVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/places/{box}/pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a device at a box needs, to work through the day and the night without a network. */
        get: operations["readPack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/places/{box}/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The hourly counts of a box so far, all of them; they take the place of those sent before. */
        put: operations["putCounts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the voting day is: boxes open and closed, and check-ins by region. No vote is in it. */
        get: operations["readDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/print/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Forms to fill in by hand, forms as they are on the record, count sheets or posters, as PDF. */
        get: operations["printSheets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/print/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invitation cards as PDF, ten to a page.
         * @description Their links and codes are with whoever made the invitations, and are sent here to be set in type: nothing of them is kept.
         */
        post: operations["printCards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose keys are on the record. No name is. */
        get: operations["listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys of these IDs that are on the record: to check signatures on a copy in hand. */
        get: operations["readKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/candidacies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The candidacies that are filed, and what was decided of them. */
        get: operations["listCandidacies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The setup document as it was last saved. */
        get: operations["readSetup"];
        /**
         * Save a version of the setup document. No version is ever lost.
         * @description 409 as for a draft, with `current` and the `version` under which this one is kept beside it.
         */
        put: operations["putSetup"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/setup/tables/{table}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A table of the setup as it was last saved. */
        get: operations["readSetupTable"];
        /** Save a table of the setup, as CSV in UTF-8. The ones before are kept. */
        put: operations["putSetupTable"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/setup/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is wrong with the setup, before anything of it is signed. */
        get: operations["readSetupProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/setup/payloads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The statements of a step of the setup, to be signed on one’s own device and sent, in this order. */
        post: operations["createSetupPayloads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centres/packets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The packets of one’s centre, as they came in. */
        get: operations["listPackets"];
        put?: never;
        /** Scan a packet in. One that came twice or belongs elsewhere is kept too, and asked about. */
        post: operations["takePacket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centres/packets/{id}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what there is to say of a packet that was asked about. */
        post: operations["explainPacket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centres/packets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One packet, with what one has keyed of it oneself. */
        get: operations["readPacket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centres/packets/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a step of a packet’s double entry (docs/double-entry.md). */
        post: operations["stepPacket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centres/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a packet waits for someone like you. None is taken up by asking. */
        get: operations["readWaiting"];
        put?: never;
        /** Take up the packet that waits longest for someone like you; 404 where none does. */
        post: operations["takeNextPacket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centres/awaited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Packets of one’s centre that were handed over and have not arrived. */
        get: operations["listAwaited"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centres/packets/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that happened to a packet, in order and by whom; what was read, once reading is over. */
        get: operations["readPacketHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centres/packets/{id}/transcript": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The transcript of a copy that two have read alike, to sign by two clerks on their own devices. */
        get: operations["readTranscript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centres/tally": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sum of a centre’s forms as the record has them, as the statement that its head signs. */
        get: operations["readCentreTally"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/centres/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far each centre is. No figure of a vote is in it. */
        get: operations["readProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines of a round’s result form with figures, in the order of the paper. */
        get: operations["readFormLayout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/forms/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a round’s printed form has names and signatures, so that its photographs are masked there. */
        get: operations["readNamesOnForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blobs/{digest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Bring a file that a recorded statement names by its digest, as anyone’s relay.
         * @description A photograph’s masked copy is published, its original is kept sealed. The answer comes once the file is durable; sent again, it is there already.
         */
        put: operations["putBlob"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blobs/{digest}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The original of a photograph, for the bodies that rule on its box. Who has read it is said. */
        get: operations["readOriginal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/boxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The boxes of a round that wait for a ruling, or for their form, and why; by state. */
        get: operations["listHeldBoxes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/boxes/{box}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A box as the record has it: its state, what was found, its statements, its docket. */
        get: operations["readBox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The highest areas: their boxes, how many have a form, and how much it is to keep them all. */
        get: operations["listAreas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/areas/{area}/boxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The boxes of an area as published, to compare copies with them where there is no network. */
        get: operations["readAreaBoxes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A round as the national desk sees it: both totals, what is outstanding, what is held and why. */
        get: operations["readDesk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/announcement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A running announcement of the preliminary total, as the statement that the desk signs. */
        get: operations["readAnnouncement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/desk/declaration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The result of a round as the record has it, as the statement that the authority signs. */
        get: operations["readDeclaration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server can record: 200, else 503. */
        get: operations["readHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts and times, for Prometheus. */
        get: operations["readMetrics"];
        put?: never;
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
        Placed: {
            /** @description the statement’s ID, in hex */
            id: string;
            index: number;
            /** @description all of it was recorded before, at this index */
            again: boolean;
        };
        NotTaken: {
            refusal: {
                code: string;
                message: string;
                where?: {
                    [key: string]: string | number;
                };
            };
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description stable, for programs */
            code: string;
            /** @description what happened, and what to do */
            detail: string;
            where?: {
                [key: string]: string | number;
            };
        };
        RecordedStatement: {
            id: string;
            /** @description the indexes of its entries */
            entries: number[];
            kind: string;
            round: number;
            force: true | {
                code: string;
                message: string;
            };
            /** @description all its entries are under the checkpoint */
            checkpointed: boolean;
            /** Format: byte */
            payload: string;
        };
        Election: {
            /** @description the definition’s ID; null until it is recorded */
            id: string | null;
            origin: string;
            /** @description the log’s verifier key */
            vkey: string;
            /** @description the public key, in hex, of the log’s operator: a definition lists it to have `time` stated */
            operator: string;
            rehearsal: boolean;
            /** @description by language; empty until the definition is recorded */
            name: {
                [key: string]: string;
            };
            rounds: {
                number: number;
                date: string;
            }[];
            /** @description by round: whether votes are public */
            released: {
                [key: string]: boolean;
            };
            /** @description entries recorded */
            size: number;
            /** @description entries under the checkpoint */
            checkpointed: number;
            /** @description the server’s clock, UTC seconds */
            time: number;
        };
        Session: {
            person: {
                kid: string;
                /** @description as on the record; `founder` until there is a definition */
                role: string;
                side: string;
                card: string;
                box?: string;
                area?: string;
            };
            /** @description UTC seconds */
            expires: number;
        };
        MadeInvitation: {
            id: string;
            code: string;
            url: string;
            role: string;
            card: string;
            box?: string;
            area?: string;
        };
        Invited: {
            role: string;
            card: string;
            box?: string;
            area?: string;
            /** @description salted hash of the person’s name, made on the inviter’s device; no name is sent */
            nameHash?: string;
        };
        Invitation: {
            id: string;
            role: string;
            card: string;
            box?: string;
            area?: string;
            /** @enum {string} */
            state: "open" | "answered" | "enrolled" | "withdrawn";
            /** @description the key that answered */
            kid?: string;
            keyKind?: string;
            created: number;
            answered?: number;
        };
        InvitationToYou: {
            role: string;
            card: string;
            side: string;
            /** @description by language */
            sideName: {
                [key: string]: string;
            };
            box?: string;
            area?: string;
            /** @description its name, by language */
            election: {
                [key: string]: string;
            };
            origin: string;
            rehearsal: boolean;
            /** @enum {string} */
            state: "open" | "answered" | "enrolled" | "withdrawn";
        };
        KeptDraft: {
            version: number;
        };
        Draft: {
            version: number;
            /** @description the version that its author had seen */
            parent: number;
            /** @description false: another had come between, and this one stands beside it */
            follows: boolean;
            /** @description any JSON value */
            body?: Record<string, never>;
            /** @description the key that saved it */
            kid: string;
            /** @description UTC seconds */
            at: number;
        };
        PlacePack: {
            /**
             * Format: byte
             * @description its payload
             */
            definition: string;
            box: {
                id: string;
                area: string;
                form?: string;
                delivered?: number;
            } & {
                [key: string]: unknown;
            };
            /** @description the area of the box and those above it, nearest first */
            areas: {
                id: string;
                level: string;
                name: {
                    [key: string]: string;
                };
            }[];
            /**
             * Format: byte
             * @description its payload
             */
            ballot: string;
            /** @description of everyone who may sign for this box */
            keys: {
                kid: string;
                /** @description hex */
                publicKey: string;
                role: string;
                side: string;
                card: string;
                revoked: boolean;
                /** @description whether its signatures of the box’s day count: also of a key revoked once the box was open, and the form is then held for a ruling */
                counts: boolean;
            }[];
            released: boolean;
            /** @description what is recorded of this box in this round already */
            entries: {
                id: string;
                kind: string;
                index: number;
                /** Format: byte */
                entry: string;
            }[];
            /** @description the server’s clock, UTC seconds */
            time: number;
        };
        Counted: {
            /** @description UTC seconds */
            at: number;
            checkIns: number;
        };
        Day: {
            round: number;
            /** @description up to when, in UTC seconds */
            at: number;
            released: boolean;
            /** @description the last extension of the hours everywhere, UTC seconds */
            until: number | null;
            boxes: number;
            opened: number;
            closed: number;
            /** @description boxes that have told a count, or have closed */
            told: number;
            /** @description of those boxes */
            checkIns: number;
            /** @description the highest areas */
            areas: {
                area: string;
                name: {
                    [key: string]: string;
                };
                boxes: number;
                opened: number;
                closed: number;
                /** @description boxes that have told a count, or have closed */
                told: number;
                /** @description of those boxes */
                checkIns: number;
            }[];
            /**
             * Format: byte
             * @description the `turnout` that the authority signs; null while no box told a count
             */
            payload: string | null;
        };
        CardToPrint: {
            /** @enum {string} */
            role: "archivist" | "leader" | "official" | "police" | "supervisor" | "agent" | "clerk" | "centreHead" | "desk" | "representative" | "auditor";
            card: string;
            box?: string;
            /** Format: uri */
            link: string;
            code: string;
        };
        Person: {
            kid: string;
            side: string;
            role: string;
            card: string;
            box?: string;
            area?: string;
            revoked: boolean;
            /** @description an agent whom the authority has refused */
            refused: boolean;
        };
        KeyOnRecord: {
            kid: string;
            /** @description hex */
            publicKey: string;
            side: string;
            role: string;
            box?: string;
            area?: string;
            revoked: boolean;
        };
        Candidacy: {
            candidate: string;
            /** @description by language */
            name: {
                [key: string]: string;
            };
            card: string;
            /** @description after the filing, in order: approved, rejected, withdrawn, endorses */
            steps: {
                step: string;
                ground?: string;
            }[];
        };
        SetupProblem: {
            code: string;
            where: string;
            stops: boolean;
            message: string;
            todo: string;
        };
        Packet: {
            id: string;
            round: number;
            box: string;
            copy: string;
            serial: string;
            /** @enum {string} */
            arrival: "taken in" | "again" | "foreign" | "other serial";
            explanation: string | null;
            seals: string[];
            /** @description UTC seconds */
            at: number;
            /** @description of its double entry */
            state: string;
            /** @description the lines that are keyed again */
            fields?: string[];
            /** @description what one has keyed oneself, so far */
            keyed?: {
                [key: string]: number | null;
            };
            /** @description the copy’s figures, once two have read the same */
            figures?: {
                [key: string]: number | null;
            };
        };
        EntryStep: {
            /** @enum {string} */
            step: "begin" | "key" | "finish" | "giveUp" | "settle";
            /**
             * @description figures by line, as `figures.votes.2`; null where the paper has none
             * @default {}
             */
            figures: {
                [key: string]: number | null;
            };
        };
        PacketWaits: {
            waits: boolean;
        };
        AwaitedPacket: {
            id: string;
            index: number;
            /** Format: byte */
            entry: string;
            box: string;
            packet: string;
            /** @description the keys that have signed it */
            signed: string[];
        };
        PacketHistory: {
            box: string;
            copy: string;
            explanation: string | null;
            seals: string[];
            events: components["schemas"]["PacketEvent"][];
            /** @description what each person read, in their order; none before the reading is over */
            readings: components["schemas"]["PacketReading"][];
        };
        PacketEvent: {
            /** @description UTC seconds, by the centre’s clock or as the statement claims; null where neither tells */
            at: number | null;
            /** @description taken in, begin, finish, giveUp, settle; or the kind of a statement that is recorded of it */
            what: string;
            /** @description the state of its double entry afterwards */
            state: string | null;
            by: components["schemas"]["ByCard"][];
            /** @description of the record */
            entry: number | null;
        };
        /** @description a person, by card and role; no name is known here */
        ByCard: {
            role: string;
            side: string;
            card: string;
        };
        PacketReading: {
            by: components["schemas"]["ByCard"];
            /** @description figures by line, as `figures.votes.2`; null where the paper has none */
            figures: {
                [key: string]: number | null;
            };
        };
        TranscriptToSign: {
            /** Format: byte */
            payload: string;
            /** @description side and card of those who keyed it in */
            people: string[];
        };
        TallyToSign: {
            /** Format: byte */
            payload: string;
            boxes: number;
            waiting: number;
            treeSize: number;
        };
        CentreProgress: {
            area: string;
            name: {
                [key: string]: string;
            };
            /** @description the boxes of the area by state */
            boxes: {
                [key: string]: number;
            };
            /** @description its packets by what became of them */
            packets: {
                [key: string]: number;
            };
            /** @description packets that were handed over and have not arrived */
            sent: number;
        };
        FormSections: {
            id: string;
            title: {
                en: string;
                fa: string;
            };
            lines: {
                path: string;
                label: {
                    en: string;
                    fa: string;
                };
                number?: number;
            }[];
        }[];
        PaperArea: {
            x: number;
            y: number;
            width: number;
            height: number;
        };
        KeptFile: {
            digest: string;
            bytes: number;
            /** @enum {string} */
            place: "published" | "sealed";
        };
        HeldBoxes: {
            [key: string]: {
                boxes: number;
                first: {
                    box: string;
                    area: string;
                    ballots: number | null;
                    findings: {
                        code: string;
                        en: string;
                        fa: string;
                    }[];
                }[];
            };
        };
        BoxOnRecord: {
            box: string;
            round: number;
            area: string;
            state: string;
            findings: {
                code: string;
                severity: string;
                en: string;
                fa: string;
            }[];
            /** @description what is recorded of it, in order */
            entries: {
                id: string;
                kind: string;
                index: number;
                /** Format: byte */
                entry: string;
                /** @description who signed this entry, by card */
                by: {
                    role: string;
                    side: string;
                    card: string;
                }[];
                force: true | {
                    code: string;
                    en: string;
                    fa: string;
                };
            }[];
            /** @description the complaints about it, and the rulings that answer them */
            docket: {
                id: string;
                kind: string;
                index: number;
                /** Format: byte */
                entry: string;
                /** @description who signed this entry, by card */
                by: {
                    role: string;
                    side: string;
                    card: string;
                }[];
                force: true | {
                    code: string;
                    en: string;
                    fa: string;
                };
                rulings: string[];
            }[];
        };
        Areas: {
            round: number;
            treeSize: number;
            candidates: {
                id: string;
                number: number;
                name: {
                    [key: string]: string;
                };
            }[];
            areas: {
                area: string;
                name: {
                    [key: string]: string;
                };
                boxes: number;
                /** @description of them, those with a form */
                reported: number;
                /** @description about how much `readAreaBoxes` gives for it */
                bytes: number;
            }[];
        };
        PublishedBoxes: {
            area: string;
            round: number;
            treeSize: number;
            boxes: components["schemas"]["PublishedBox"][];
            /** @description what to ask `after` for more; null at the end */
            next: string | null;
        };
        PublishedBox: {
            box: string;
            area: string;
            state: string;
            /** @description the totals that its figures are in */
            in: ("preliminary" | "reconciled")[];
            /** @description those that count, where they are others than the first form’s */
            figures?: {
                votes?: {
                    [key: string]: number;
                };
                invalidBy?: {
                    [key: string]: number;
                };
                notTakenBy?: {
                    [key: string]: number;
                };
            } & {
                [key: string]: number;
            };
            forms: {
                id: string;
                entry: number;
                /** @description whole numbers, as the form has them; what it does not give is absent */
                figures: {
                    votes?: {
                        [key: string]: number;
                    };
                    invalidBy?: {
                        [key: string]: number;
                    };
                    notTakenBy?: {
                        [key: string]: number;
                    };
                } & {
                    [key: string]: number;
                };
                /** @description the keys that have signed it */
                kids: string[];
            }[];
        };
        StatementToSee: {
            id: string;
            kind: string;
            index: number;
            /** Format: byte */
            entry: string;
            force: true | {
                code: string;
                en: string;
                fa: string;
            };
            /** @description the bodies and candidates whose people have signed */
            sides: string[];
        };
        Desk: {
            round: number;
            treeSize: number;
            preliminary: {
                total: string;
                taken: number | null;
                valid: number | null;
                invalid: number | null;
                issued: number | null;
                eligible: number | null;
                candidates: {
                    [key: string]: number;
                };
                outcome?: unknown;
                /** @description the outcome if nothing were outstanding */
                asItStands?: unknown;
                /** @description what the ballots outside this total can still change */
                settled?: unknown;
                boxes: {
                    [key: string]: number;
                };
            };
            reconciled: {
                total: string;
                taken: number | null;
                valid: number | null;
                invalid: number | null;
                issued: number | null;
                eligible: number | null;
                candidates: {
                    [key: string]: number;
                };
                outcome?: unknown;
                /** @description the outcome if nothing were outstanding */
                asItStands?: unknown;
                /** @description what the ballots outside this total can still change */
                settled?: unknown;
                boxes: {
                    [key: string]: number;
                };
            };
            held: {
                [key: string]: {
                    boxes: number;
                    first: {
                        box: string;
                        area: string;
                        ballots: number | null;
                        findings: {
                            code: string;
                            en: string;
                            fa: string;
                        }[];
                    }[];
                };
            };
            /** @description of quarantined, conflicting and disputed boxes; `canChange` as `settled` of a total */
            weight: {
                boxes: number;
                ballots: number | null;
                canChange?: unknown;
            };
            /** @description the candidates’ names, by ID */
            names: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            /** @description the area that is everything */
            whole: string;
            crowded: {
                areas: {
                    area: string;
                    name: {
                        [key: string]: string;
                    };
                    taken: number;
                    eligible: number;
                    /** @description by computer and on paper, as the forms there have them */
                    checkIns: number | null;
                    /** @description of the forms there, and of rulings on the area */
                    explanations: {
                        box: string | null;
                        text: string;
                    }[];
                }[];
                /** @enum {string|null} */
                outcomeWithout: "same" | "changes" | null;
            };
            /** @description of an area: itself and those that it lies in, the highest first */
            path: {
                area: string;
                name: {
                    [key: string]: string;
                };
            }[];
            areas: {
                area: string;
                name: {
                    [key: string]: string;
                };
                boxes: {
                    [key: string]: number;
                };
                taken: number | null;
                reconciled: number | null;
            }[];
        };
        AnnouncementToSign: {
            /** Format: byte */
            payload: string;
            boxes: number;
            waiting: number;
            treeSize: number;
        };
        DeclarationToSign: {
            /** Format: byte */
            payload: string;
            outcome: string;
            candidates: string[];
            /** @description by state */
            boxes: {
                [key: string]: number;
            };
            treeSize: number;
        };
        Health: {
            ok: boolean;
            record: {
                size: number;
                checkpointed: number;
                waiting: number;
            };
            database: boolean;
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
    listStatements: {
        parameters: {
            query: {
                kind: "ruling" | "tally" | "recount" | "correct" | "complaint" | "announce" | "custody" | "declare" | "certify" | "candidacy" | "amend" | "merge" | "revoke" | "policy" | "software" | "destroy" | "close";
                round?: number | null;
                area?: string;
                box?: string;
                /** @description only those that have no force yet */
                waiting?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description at most 100 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementToSee"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postStatements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/cose": string;
                "application/vnd.countersign.entries": string;
            };
        };
        responses: {
            /** @description what became of each entry, in their order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: (components["schemas"]["Placed"] | components["schemas"]["NotTaken"])[];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readStatement: {
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
            /** @description the statement */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedStatement"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readProof: {
        parameters: {
            query?: {
                /** @description the index of one of its entries; the first unless it is given */
                entry?: number | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a proof file, which can be checked offline with the entry at hand */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readElection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the election */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Election"];
                };
            };
        };
    };
    readEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description never ends */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    createChallenge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description the key’s ID: the first 8 bytes of the SHA-256 of its 32, in hex */
                    kid: string;
                };
            };
        };
        responses: {
            /** @description to be signed within two minutes, once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: byte
                         * @description 32 bytes
                         */
                        challenge: string;
                        /** @description UTC seconds */
                        expires: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description the key’s ID: the first 8 bytes of the SHA-256 of its 32, in hex */
                    kid: string;
                    /** Format: byte */
                    challenge: string;
                    /** Format: byte */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description the session */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createFirstSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    /** Format: byte */
                    publicKey: string;
                    /** Format: byte */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description the session */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description it has ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                box?: string;
                area?: string;
                /** @description the ID of the last one seen */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ordered by ID */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Invited"][];
            };
        };
        responses: {
            /** @description the invitations, in the same order */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeInvitation"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readEnrolment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the statement’s bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: byte */
                        payload: string;
                        invitations: string[];
                        left: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readInvitation: {
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
            /** @description the invitation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationToYou"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: byte */
                    publicKey: string;
                    /** @enum {string} */
                    kind: "webcrypto" | "wrapped" | "issued";
                    /** Format: byte */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description the key waits for its side to enrol it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kid: string;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawInvitation: {
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
            /** @description its code is good for nothing now */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description <round>.<box>.<name> */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description <round>.<box>.<name> */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description the last version seen; 0 where none */
                    version: number;
                    /** @description any JSON value */
                    body?: Record<string, never>;
                };
            };
        };
        responses: {
            /** @description kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptDraft"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDraftVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description <round>.<box>.<name> */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPack: {
        parameters: {
            query?: {
                round?: number;
            };
            header?: never;
            path: {
                box: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the pack */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacePack"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putCounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                box: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 1 */
                    round?: number;
                    counts: components["schemas"]["Counted"][];
                };
            };
        };
        responses: {
            /** @description kept for the sum of the region; nothing of it is on the record before the authority signs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: number;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDay: {
        parameters: {
            query?: {
                round?: number;
                at?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Day"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    printSheets: {
        parameters: {
            query?: {
                round?: number;
                box?: string;
                area?: string;
                language?: "en" | "fa";
                timeZone?: string;
            };
            header?: never;
            path: {
                kind: "blank" | "form" | "count-sheet" | "poster";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the pages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    printCards: {
        parameters: {
            query?: {
                round?: number;
                language?: "en" | "fa";
                timeZone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CardToPrint"][];
            };
        };
        responses: {
            /** @description the pages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: {
                role?: string;
                side?: string;
                box?: string;
                /** @description the key ID of the last one seen */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description in the order in which their keys were recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readKeys: {
        parameters: {
            query: {
                /** @description key IDs, with commas between them */
                kids: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description those that are known, in the order asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyOnRecord"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCandidacies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description in order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Candidacy"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description version 0 and null where nothing was saved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        /** @description any JSON value */
                        body?: Record<string, never>;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description the last version seen; 0 where none */
                    version: number;
                    /** @description any JSON value */
                    body?: Record<string, never>;
                };
            };
        };
        responses: {
            /** @description kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptDraft"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSetupTable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                table: "areas" | "places" | "candidates" | "roster";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putSetupTable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                table: "areas" | "places" | "candidates" | "roster";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptDraft"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSetupProblems: {
        parameters: {
            query?: {
                language?: "en" | "fa";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description in the order of the work */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description nothing of it keeps the definition from being signed */
                        maySign: boolean;
                        problems: components["schemas"]["SetupProblem"][];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSetupPayloads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    step: "definition" | "areas" | "boxes" | "seal" | "candidacies" | "ballot" | "calendar";
                    round?: number;
                    /** @description in a later round: who stands, by ID; everyone unless given */
                    standing?: string[];
                };
            };
        };
        responses: {
            /** @description their bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        payloads: string[];
                        /** @description of each, the body whose key signs it */
                        by: string[];
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPackets: {
        parameters: {
            query?: {
                round?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the packets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Packet"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takePacket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description the text of the code on the form */
                    code: string;
                    /** @description the short code of the form’s ID, where it stands on the paper */
                    written?: string;
                    /** @default [] */
                    seals?: string[];
                };
            };
        };
        responses: {
            /** @description kept */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Packet"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainPacket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    explanation: string;
                };
            };
        };
        responses: {
            /** @description kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Packet"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPacket: {
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
            /** @description the packet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Packet"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stepPacket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryStep"];
            };
        };
        responses: {
            /** @description taken */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Packet"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWaiting: {
        parameters: {
            query?: {
                round?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description whether one waits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PacketWaits"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeNextPacket: {
        parameters: {
            query?: {
                round?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description taken up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Packet"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAwaited: {
        parameters: {
            query?: {
                round?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the handovers, as recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwaitedPacket"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPacketHistory: {
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
            /** @description its history */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PacketHistory"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTranscript: {
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
            /** @description the statement */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TranscriptToSign"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCentreTally: {
        parameters: {
            query?: {
                round?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the statement, and how many boxes it still waits for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TallyToSign"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readProgress: {
        parameters: {
            query?: {
                round?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the centres */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CentreProgress"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readFormLayout: {
        parameters: {
            query?: {
                round?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description its sections */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormSections"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readNamesOnForm: {
        parameters: {
            query?: {
                round?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description on the second page, in millimetres from its upper left corner */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperArea"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putBlob: {
        parameters: {
            query: {
                /** @description the ID of the statement that names it */
                statement: string;
            };
            header?: never;
            path: {
                digest: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptFile"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOriginal: {
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
            /** @description the file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHeldBoxes: {
        parameters: {
            query?: {
                round?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the boxes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldBoxes"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readBox: {
        parameters: {
            query?: {
                round?: number;
            };
            header?: never;
            path: {
                box: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the box */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoxOnRecord"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAreas: {
        parameters: {
            query?: {
                round?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the areas */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Areas"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAreaBoxes: {
        parameters: {
            query?: {
                round?: number;
                /** @description the version that one has: only what has changed after it is told */
                since?: number | null;
                /** @description `next` of the answer before */
                after?: string;
            };
            header?: never;
            path: {
                area: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description at most 500 boxes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedBoxes"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDesk: {
        parameters: {
            query?: {
                round?: number;
                /** @description whose areas are listed; the top if absent */
                area?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the round */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Desk"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAnnouncement: {
        parameters: {
            query: {
                round?: number;
                area: string;
                en?: string;
                fa?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the statement: it names the version of the record and the totals */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementToSign"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDeclaration: {
        parameters: {
            query?: {
                round?: number;
                total?: "preliminary" | "reconciled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the statement: version of the record, totals, outcome */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationToSign"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description it can */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description it cannot */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    readMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description in its text format */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
}
