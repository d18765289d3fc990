using Parcours.Domain.Time;

namespace Parcours.Engine.Access;

public sealed class CallersTests
{
    private static readonly AccessKey _write = new(1, KeyKind.Write, "", "", [], default, Instant.Never, Instant.Never, Browser: false);
    private static readonly AccessKey _server = _write with { Kind = KeyKind.Server, Scopes = [Scope.AuditRead, Scope.FactsWrite] };
    private static readonly Operator _person = new(1, "", "", Role.Marketer, "", null, 0, 0, Instant.Beginning, default, Instant.Never);

    [Theory]
    [InlineData(Role.Viewer, Admission.Admitted)]
    [InlineData(Role.Marketer, Admission.Admitted)]
    [InlineData(Role.Owner, Admission.Forbidden)]
    public void Operator_is_let_in_from_their_role_down(Role least, Admission expected) =>
        Assert.Equal(expected, Callers.Operators(least).Admit(new Caller.SignedIn(_person, "")));

    [Fact]
    public void Operator_removed_is_let_in_nowhere() =>
        Assert.Equal(Admission.Forbidden, Callers.Operators(Role.Viewer).Admit(new Caller.SignedIn(_person with { Disabled = default }, "")));

    [Fact]
    public void Server_key_is_let_in_by_its_scopes_alone()
    {
        Assert.Equal(Admission.Admitted, Callers.Operators(Role.Owner, Scope.AuditRead).Admit(new Caller.Keyed(_server)));
        Assert.Equal(Admission.Forbidden, Callers.Operators(Role.Viewer, Scope.CustomersRead).Admit(new Caller.Keyed(_server)));
        Assert.Equal(Admission.Forbidden, Callers.Operators(Role.Viewer).Admit(new Caller.Keyed(_server)));
        Assert.Equal(Admission.Forbidden, Callers.WriteKeys.Admit(new Caller.Keyed(_server)));
        Assert.Equal(Admission.Admitted, Callers.WriteKeys.Or(Scope.FactsWrite).Admit(new Caller.Keyed(_server)));
    }

    [Fact]
    public void Write_key_only_sends()
    {
        Assert.Equal(Admission.Admitted, Callers.WriteKeys.Admit(new Caller.Keyed(_write)));
        Assert.Equal(Admission.Forbidden, Callers.Operators(Role.Viewer, Scope.FactsWrite).Admit(new Caller.Keyed(_write)));
        Assert.Equal(Admission.Forbidden, Callers.Local.Admit(new Caller.Keyed(_write)));
    }

    [Fact]
    public void Local_owner_does_all_but_what_needs_a_write_key_or_a_person()
    {
        Assert.Equal(Admission.Admitted, Callers.Operators(Role.Owner).Admit(Caller.LocalOwner.Known));
        Assert.Equal(Admission.Admitted, Callers.Local.Admit(Caller.LocalOwner.Known));
        Assert.Equal(Admission.Forbidden, Callers.WriteKeys.Admit(Caller.LocalOwner.Known));
        Assert.Equal(Admission.Forbidden, Callers.SignedIn.Admit(Caller.LocalOwner.Known));
    }

    [Fact]
    public void Nobody_is_asked_who_they_are_except_where_all_may_come_or_the_key_lies_in_the_body()
    {
        Assert.Equal(Admission.Unknown, Callers.Operators(Role.Viewer).Admit(Caller.Nobody.Known));
        Assert.Equal(Admission.Unknown, Callers.WriteKeys.Admit(Caller.Nobody.Known));
        Assert.Equal(Admission.Unknown, Callers.Local.Admit(Caller.Nobody.Known));
        Assert.Equal(Admission.Admitted, Callers.Anyone.Admit(Caller.Nobody.Known));
        Assert.Equal(Admission.Admitted, Callers.WriteKeysInBody.Admit(Caller.Nobody.Known));
    }

    [Fact]
    public void Scope_has_a_name_that_leads_back_to_it()
    {
        Assert.Equal("customers:read", Scopes.NameOf(Scope.CustomersRead));
        Assert.All(Enum.GetValues<Scope>(), scope =>
        {
            Assert.True(Scopes.TryParse(Scopes.NameOf(scope), out Scope back));
            Assert.Equal(scope, back);
        });
        Assert.False(Scopes.TryParse("everything", out _));
    }
}
