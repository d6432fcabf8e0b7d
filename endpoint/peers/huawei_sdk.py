"""Drives every operation of an endpoint with Huawei Cloud's own client (huaweicloudsdkorganizations).

    huawei_sdk.py URL SECRET

Asserts what each answer means to that client; prints the calls it made and the codes it met as one JSON object.
"""

import json
import sys
import time

from huaweicloudsdkcore.auth.credentials import GlobalCredentials
from huaweicloudsdkcore.exceptions.exceptions import ClientRequestException
from huaweicloudsdkorganizations.v1 import OrganizationsClient
from huaweicloudsdkorganizations.v1 import model as m

URL, SECRET = sys.argv[1:3]
OWNER, GUEST, OTHER, OUTSIDER = (digit * 32 for digit in "abcd")
SERVICE, SECOND = "service.SecMaster", "service.Config"
CONTROL = json.dumps(
    {
        "Version": "5.0",
        "Statement": [{"Effect": "Deny", "Action": ["ecs:cloudServers:delete"], "Resource": ["*"]}],
    }
)
TAGS = json.dumps({"tags": {"costcenter": {"tag_key": {"@@assign": "CostCenter"}}}})
UNITS = "organizations:ous"

calls, codes = set(), {}


def client_of(account, secret=SECRET):
    credentials = GlobalCredentials(account, secret, account)
    builder = OrganizationsClient.new_builder().with_credentials(credentials)
    return builder.with_endpoint(URL).build()


clients = {account: client_of(account) for account in (OWNER, GUEST, OTHER, OUTSIDER)}


def words(name):
    return "".join(part.capitalize() for part in name.split("_"))


def ask(method, account=OWNER, body=None, client=None, **members):
    """Calls a method of the client; its request is named after it."""
    calls.add(method)
    request = getattr(m, words(method) + "Request")(**members)
    if body is not None:
        request.body = body
    return getattr(client or clients[account], method)(request)


def refused(status, code, method, *args, **members):
    """Calls a method that the endpoint refuses with that status and code."""
    try:
        answer = ask(method, *args, **members)
    except ClientRequestException as refusal:
        met = (refusal.status_code, refusal.error_code)
        assert met == (status, code), (method, met, refusal.error_msg)
        assert refusal.request_id, method
        codes.setdefault(code, method)
        return
    raise AssertionError(f"{method} is not refused: {answer}")


def settled(look, is_settled):
    for _ in range(100):
        value = look()
        if is_settled(value):
            return value
        time.sleep(0.02)
    raise AssertionError(f"never settled: {value}")


def join(account):
    body = m.InviteAccountReqBody(target=m.TargetDto(type="account", entity=account), notes="come")
    invitation = ask("invite_account", body=body).handshake
    assert invitation.status == "pending" and invitation.target.entity == account
    accepted = ask("accept_handshake", account, handshake_id=invitation.id).handshake
    assert accepted.status == "accepted" and accepted.organization_id == organization.id
    return accepted


# the organization and its root
refused(404, "Organizations.1100", "show_organization")
organization = ask("create_organization").organization
assert organization.id.startswith("o-") and organization.management_account_id == OWNER
refused(409, "Organizations.1101", "create_organization")
assert ask("show_organization").organization.id == organization.id
roots = ask("list_roots", limit=1)
root = roots.roots[0]
assert roots.page_info.current_count == 1 and roots.page_info.next_marker is None
assert [kind.type for kind in root.policy_types] == ["service_control_policy"]
refused(401, "Organizations.1015", "list_roots", OUTSIDER)
refused(401, "Organizations.1018", "leave_organization")

# units
unit_body = m.CreateOrganizationalUnitReqBody(
    name="first", parent_id=root.id, tags=[m.TagDto(key="team", value="blue")]
)
unit = ask("create_organizational_unit", body=unit_body).organizational_unit
refused(409, "Organizations.1205", "create_organizational_unit", body=unit_body)
nested_body = m.CreateOrganizationalUnitReqBody(name="nested", parent_id=unit.id)
nested = ask("create_organizational_unit", body=nested_body).organizational_unit
orphan = m.CreateOrganizationalUnitReqBody(name="orphan", parent_id="ou-" + "z" * 32)
refused(404, "Organizations.1201", "create_organizational_unit", body=orphan)
pages, marker = [], None
while True:
    page = ask("list_organizational_units", limit=1, marker=marker)
    pages += [entry.id for entry in page.organizational_units]
    marker = page.page_info.next_marker
    if marker is None:
        break
assert pages == [unit.id, nested.id]
refused(400, "Organizations.1013", "list_organizational_units", marker="nowhere")
below = ask("list_organizational_units", parent_id=unit.id).organizational_units
assert [entry.id for entry in below] == [nested.id]
shown = ask("show_organizational_unit", organizational_unit_id=unit.id).organizational_unit
assert shown.name == "first" and shown.urn.endswith(unit.id)
renamed = ask(
    "update_organizational_unit",
    organizational_unit_id=nested.id,
    body=m.UpdateOrganizationalUnitReqBody(name="renamed"),
).organizational_unit
assert renamed.id == nested.id and renamed.name == "renamed"
refused(400, "Organizations.1202", "delete_organizational_unit", organizational_unit_id=unit.id)
ask("delete_organizational_unit", organizational_unit_id=nested.id)
refused(404, "Organizations.1200", "show_organizational_unit", organizational_unit_id=nested.id)

# accounts
created = ask(
    "create_account",
    body=m.CreateAccountReqBody(
        name="made", email="made@example.org", description="by orgproof", phone="+10000000000"
    ),
).create_account_status
assert created.state == "in_progress" and created.account_name == "made"
done = settled(
    lambda: ask("show_create_account_status", create_account_status_id=created.id).create_account_status,
    lambda status: status.state != "in_progress",
)
assert done.state == "succeeded" and done.account_id
unknown = {"create_account_status_id": "h-" + "z" * 32}
refused(404, "Organizations.1301", "show_create_account_status", **unknown)
succeeded = ask("list_create_account_statuses", states=["succeeded", "failed"])
assert [entry.id for entry in succeeded.create_account_statuses] == [created.id]
made = done.account_id
account = ask("show_account", account_id=made).account
assert account.join_method == "created" and account.email is None
account = ask("show_account", account_id=made, with_register_contact_info=True).account
assert account.email == "made@example.org" and account.description == "by orgproof"
refused(404, "Organizations.1300", "show_account", account_id="f" * 32)
updated = ask("update_account", account_id=made, body=m.UpdateAccountReqBody(description=""))
assert not updated.account.description
move = m.MoveAccountReqBody(source_parent_id=root.id, destination_parent_id=unit.id)
ask("move_account", account_id=made, body=move)
refused(400, "Organizations.1302", "move_account", account_id=OWNER, body=m.MoveAccountReqBody(
    source_parent_id=unit.id, destination_parent_id=unit.id))
refused(400, "Organizations.1303", "move_account", account_id=OWNER, body=m.MoveAccountReqBody(
    source_parent_id=root.id, destination_parent_id="ou-" + "z" * 32))
inside = ask("list_accounts", parent_id=unit.id, with_register_contact_info=True).accounts
assert [entry.id for entry in inside] == [made]
assert len(ask("list_accounts").accounts) == 2

# invitations
by_name = m.InviteAccountReqBody(
    target=m.TargetDto(type="name", entity=f"Account {OUTSIDER}"), notes="come", tags=[]
)
invitation = ask("invite_account", body=by_name).handshake
refused(409, "Organizations.1307", "invite_account", body=by_name)
received = ask("list_received_handshakes", OUTSIDER).handshakes
assert [entry.id for entry in received] == [invitation.id]
declined = ask("decline_handshake", OUTSIDER, handshake_id=invitation.id).handshake
assert declined.status == "declined" and declined.notes == "come"
refused(400, "Organizations.1401", "cancel_handshake", handshake_id=invitation.id)
invitation = ask("invite_account", body=by_name).handshake
assert ask("cancel_handshake", handshake_id=invitation.id).handshake.status == "cancelled"
assert ask("show_handshake", handshake_id=invitation.id).handshake.status == "cancelled"
refused(404, "Organizations.1400", "show_handshake", handshake_id="h-" + "z" * 32)
join(GUEST)
join(OTHER)
member = m.InviteAccountReqBody(target=m.TargetDto(type="account", entity=GUEST), notes="again")
refused(409, "Organizations.1306", "invite_account", body=member)
assert len(ask("list_handshakes").handshakes) == 4

# trusted services and delegated administrators
assert SERVICE in ask("list_services").services
service = m.TrustedServiceReqBody(service_principal=SERVICE)
nobody = m.TrustedServiceReqBody(service_principal="service.OrgproofNobody")
refused(404, "Organizations.2102", "enable_trusted_service", body=nobody)
refused(404, "Organizations.1900", "disable_trusted_service", body=service)
ask("enable_trusted_service", body=service)
refused(409, "Organizations.1901", "enable_trusted_service", body=service)
assert [entry.service_principal for entry in ask("list_trusted_services").trusted_services] == [SERVICE]
delegation = m.DelegatedAdministratorReqBody(service_principal=SERVICE, account_id=GUEST)
refused(404, "Organizations.1500", "deregister_delegated_administrator", body=delegation)
ask("register_delegated_administrator", body=delegation)
refused(409, "Organizations.1501", "register_delegated_administrator", body=delegation)
refused(400, "Organizations.1902", "disable_trusted_service", body=service)
delegates = ask("list_delegated_administrators", service_principal=SERVICE).delegated_administrators
assert [entry.account_id for entry in delegates] == [GUEST]
services = ask("list_delegated_services", account_id=GUEST).delegated_services
assert [entry.service_principal for entry in services] == [SERVICE]
assert len(ask("list_accounts", GUEST).accounts) == 4
refused(401, "Organizations.1001", "create_organizational_unit", GUEST, body=nested_body)
refused(401, "Organizations.1002", "list_accounts", OTHER)
refused(400, "Organizations.1304", "leave_organization", GUEST)
ask("deregister_delegated_administrator", body=delegation)
ask("disable_trusted_service", body=service)

# policies
policy_body = m.CreatePolicyReqBody(
    content=CONTROL, description="keeps servers", name="keep", type="service_control_policy"
)
policy = ask("create_policy", body=policy_body).policy.policy_summary
assert policy.name == "keep" and not policy.is_builtin
refused(409, "Organizations.1612", "create_policy", body=policy_body)
blank = m.CreatePolicyReqBody(content=CONTROL, description="", name="  ", type="service_control_policy")
refused(400, "Organizations.1615", "create_policy", body=blank)
broken = m.CreatePolicyReqBody(content="[", description="", name="broken", type="tag_policy")
refused(400, "Organizations.1608", "create_policy", body=broken)
assert json.loads(ask("show_policy", policy_id=policy.id).policy.content) == json.loads(CONTROL)
changed = ask("update_policy", policy_id=policy.id, body=m.UpdatePolicyReqBody(description="kept"))
assert changed.policy.policy_summary.description == "kept"
refused(404, "Organizations.1600", "show_policy", policy_id="p-" + "z" * 32)
everything = ask("list_policies").policies
builtin = next(entry for entry in everything if entry.is_builtin)
assert {entry.id for entry in everything} == {builtin.id, policy.id}
refused(400, "Organizations.1605", "update_policy", policy_id=builtin.id, body=m.UpdatePolicyReqBody(name="mine"))
target = m.PolicyTachReqBody(entity_id=unit.id)
ask("attach_policy", policy_id=policy.id, body=target)
refused(409, "Organizations.1603", "attach_policy", policy_id=policy.id, body=target)
refused(400, "Organizations.1604", "delete_policy", policy_id=policy.id)
attached = ask("list_entities_for_policy", policy_id=policy.id).attached_entities
assert [(entry.id, entry.type) for entry in attached] == [(unit.id, "organizational_unit")]
assert len(ask("list_policies", attached_entity_id=unit.id).policies) == 2
ask("detach_policy", policy_id=builtin.id, body=target)
refused(400, "Organizations.1614", "detach_policy", policy_id=policy.id, body=target)
ask("attach_policy", policy_id=builtin.id, body=target)
ask("detach_policy", policy_id=policy.id, body=target)
refused(404, "Organizations.1601", "detach_policy", policy_id=policy.id, body=target)
refused(404, "Organizations.1602", "attach_policy", policy_id=policy.id, body=m.PolicyTachReqBody(entity_id="ou-" + "z" * 32))
ask("delete_policy", policy_id=policy.id)

# policy types and what is in effect
tags_on = m.PolicyTypeReqBody(policy_type="tag_policy", root_id=root.id)
tag_policy = ask(
    "create_policy",
    body=m.CreatePolicyReqBody(content=TAGS, description="tags", name="tags", type="tag_policy"),
).policy.policy_summary
on_account = m.PolicyTachReqBody(entity_id=made)
refused(400, "Organizations.1613", "attach_policy", policy_id=tag_policy.id, body=on_account)
switched = ask("enable_policy_type", body=tags_on).root
assert "tag_policy" in [kind.type for kind in switched.policy_types]
refused(400, "Organizations.1611", "enable_policy_type", body=tags_on)
no_root = m.PolicyTypeReqBody(policy_type="tag_policy", root_id="r-" + "z" * 32)
refused(404, "Organizations.1609", "enable_policy_type", body=no_root)
ask("attach_policy", policy_id=tag_policy.id, body=on_account)
effective = ask("show_effective_policies", entity_id=made, policy_type="tag_policy")
assert "costcenter" in effective.policy_content and effective.entity_id == made
refused(400, "Organizations.2105", "show_effective_policies", entity_id=made, policy_type="service_control_policy")
refused(404, "Organizations.2104", "show_effective_policies", entity_id="f" * 32, policy_type="tag_policy")
ask("disable_policy_type", body=m.PolicyTypeReqBody(policy_type="tag_policy", root_id=root.id))
ask("delete_policy", policy_id=tag_policy.id)

# tags
stage = m.TagDto(key="stage", value="test")
ask("tag_resource", resource_id=unit.id, body=m.TagResourceReqBody(tags=[stage]))
listed = ask("list_tags_for_resource", resource_id=unit.id, limit=10).tags
assert [(entry.key, entry.value) for entry in listed] == [("team", "blue"), ("stage", "test")]
refused(404, "Organizations.1701", "list_tags_for_resource", resource_id="ou-" + "z" * 32)
ask("untag_resource", resource_id=unit.id, body=m.UntagResourceReqBody(tag_keys=["stage"]))
refused(404, "Organizations.1700", "untag_resource", resource_id=unit.id, body=m.UntagResourceReqBody(tag_keys=["stage"]))
typed = {"resource_type": UNITS, "resource_id": unit.id}
ask("create_tag_resource", body=m.TagResourceReqBody(tags=[stage]), **typed)
assert len(ask("list_tag_resources", **typed).tags) == 2
search = m.ResourceInstanceReqBody(tags=[m.TagsDTO(key="stage", values=["test", "other"])])
found = ask("list_resource_instances", resource_type=UNITS, limit=5, offset="0", body=search)
assert found.total_count == 1 and found.resources[0].resource_id == unit.id
count = ask("show_resource_instances_count", resource_type=UNITS, body=search)
assert count.total_count == 1
bare = m.ResourceInstanceReqBody(without_any_tag=True)
assert ask("show_resource_instances_count", resource_type=UNITS, body=bare).total_count == 0
values = {entry.key: entry.values for entry in ask("list_resource_tags", resource_type=UNITS).tags}
assert values == {"team": ["blue"], "stage": ["test"]}
ask("delete_tag_resource", body=m.TagResourceReqBody(tags=[stage]), **typed)

# what else there is
entities = ask("list_entities", parent_id=root.id).entities
assert {(entry.id, entry.type) for entry in entities} >= {(unit.id, "organizational_unit"), (OWNER, "account")}
assert [entry.id for entry in ask("list_entities", child_id=made).entities] == [unit.id]
refused(400, "Organizations.2100", "list_entities")
used = {entry.type: entry.used for entry in ask("list_quotas").quotas.resources}
assert used == {"account": 4, "organizational_unit": 1, "policy": 0}
assert ask("list_tag_policy_services").services[0].resource_types

# the end
ask("leave_organization", OTHER)
ask("remove_account", account_id=GUEST)
ask("close_account", account_id=made)
closings = ask("list_close_account_statuses", states=["pending_closure", "suspended"])
assert [entry.account_id for entry in closings.close_account_statuses] == [made]
settled(
    lambda: ask("show_account", account_id=made).account,
    lambda closed: closed.status == "suspended",
)
refused(400, "Organizations.1102", "delete_organization")
ask("move_account", account_id=made, body=m.MoveAccountReqBody(
    source_parent_id=unit.id, destination_parent_id=root.id))
ask("remove_account", account_id=made)
ask("delete_organizational_unit", organizational_unit_id=unit.id)
ask("delete_organization")
refused(404, "Organizations.1100", "show_organization")
refused(401, "APIGW.0301", "list_roots", client=client_of(OWNER, "not the secret"))

print(json.dumps({"calls": sorted(calls), "codes": codes}))
