-- Requests that a doctor signed in one act: what names the act, at her hospital and at the one that keeps the records.
alter table sharing_request add column bundle_id varchar(64);
create index sharing_request_bundle on sharing_request (bundle_id);
alter table sharing_inquiry add column bundle_id varchar(64);
create index sharing_inquiry_bundle on sharing_inquiry (bundle_id);
