// The words of the server's answers, under short names. They are made from api/openapi.yaml at every build
// (schema.gen.ts), so an answer the contract does not know does not compile.
// Times are ISO 8601 in UTC; ids are strings; every label is already in the caller's language.
import type { components, operations } from './schema.gen';

type Schemas = components['schemas'];
type Json<Operation extends keyof operations> = operations[Operation] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
} ? Body : never;
type Created<Operation extends keyof operations> = operations[Operation] extends {
  responses: { 201: { content: { 'application/json': infer Body } } };
} ? Body : never;

export type Named = Schemas['Named'];
export type Me = Schemas['Me'];
export type SessionAnswer = Schemas['SessionAnswer'];
export type MatterRow = Schemas['MatterRow'];
export type District = Schemas['District'];
export type MatterPage = Schemas['MatterPage'];
export type Counts = MatterPage['counts'];
export type Matter = Schemas['Matter'];
export type IssuedDocument = Schemas['IssuedDocument'];
export type FieldValue = Schemas['Field'];
export type Clock = Schemas['Clock'];
export type RecordGroup = Schemas['RecordGroup'];
export type RecordRow = RecordGroup['rows'][number];
export type Deed = RecordRow['deeds'][number];
export type Choice = Schemas['Choice'];
export type Action = Schemas['Action'];
export type Target = Action['targets'][number];
export type FormSchema = Schemas['Form'];
export type FormProperty = Schemas['FormField'];
export type FieldKind = FormProperty['x-kind'];
export type StepMark = Matter['steps'][number];
export type TimelineEntry = Schemas['Timeline']['entries'][number];
export type Receipt = Schemas['Receipt'];
export type ActRequest = Schemas['ActRequest'];
export type Input = Schemas['Input'];
export type Procedure = Schemas['Procedure'];
export type ProcedureInShort = Schemas['ProcedureInShort'];
export type RegisterRow = Schemas['RegisterRow'];
export type RegisterPage = Json<'listRegister'>;
export type PlaceHit = Schemas['PlaceHit'];
export type LocateAnswer = Json<'locate'>;
export type CommunityPage = Schemas['CommunityPage'];
export type FeedItem = Schemas['FeedItem'];
export type FeedList = Json<'listFeed'>;
export type PublicReport = operations['publicReport']['requestBody']['content']['application/json'];
export type ReportAnswer = Created<'publicReport'>;
export type StatusAnswer = Schemas['PublicStatus'];
export type PublicNotice = Json<'publicNotices'>['rows'][number];
export type Nearby = Schemas['Nearby'];
export type Shape = Schemas['Shape'];
export type CommunityMap = Json<'getCommunityMap'>;
export type RoutingAnswer = Schemas['RoutingAnswer'];
export type Coverage = Json<'routingCoverage'>;
export type PublicAct = operations['publicAct']['requestBody']['content']['application/json'];
export type DisclosureRequest = operations['disclose']['requestBody']['content']['application/json'];
export type DisclosureAnswer = Json<'disclose'>;
export type OpenDocumentRequest = operations['openDocument']['requestBody']['content']['application/json'];
export type OpenedDocument = Json<'openDocument'>;
export type VerifiedPaper = Json<'verifyDocument'>;
export type Shown = DisclosureAnswer['shown'][number];
export type Explanation = Json<'explainAction'>;
export type DeskName = Schemas['DeskName'];
export type Desk = Schemas['Desk'];
export type Show = Schemas['Show'];
export type ViewDefinition = Schemas['ViewDefinition'];
export type ViewColumn = Schemas['ViewColumn'];
export type ViewAnswer = Schemas['ViewAnswer'];
export type ViewGroup = Schemas['ViewGroup'];
export type ViewOutlook = Schemas['ViewOutlook'];
export type ViewCell = Schemas['ViewCell'];
export type ViewRow = Schemas['ViewRow'];
