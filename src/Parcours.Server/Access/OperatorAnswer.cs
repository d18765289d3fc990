using Parcours.Domain.Time;
using Parcours.Engine.Access;

namespace Parcours.Server.Access;

/// <summary>An operator as answers show them.</summary>
internal sealed record OperatorAnswer(int Id, string Email, string Name, Role Role, bool Codes, Instant Created, Instant? Disabled)
{
    internal static OperatorAnswer Of(Operator person) =>
        new(person.Id, person.Email, person.Name, person.Role, person.Totp is not null, person.Created, person.IsActive ? null : person.Disabled);
}
