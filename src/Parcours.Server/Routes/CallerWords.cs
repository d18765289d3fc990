using Parcours.Engine.Access;

namespace Parcours.Server.Routes;

/// <summary>Who may call an endpoint, in words: "anyone", "write key", "customers:read", "analyst", "local owner".</summary>
internal static class CallerWords
{
    internal static IReadOnlyList<string> Of(Callers callers)
    {
        if (callers.IsAnyone)
        {
            return ["anyone"];
        }

        List<string> words = [];
        if (callers.WithWriteKey)
        {
            words.Add("write key");
        }

        if (callers.Scope is { } scope)
        {
            words.Add(Scopes.NameOf(scope));
        }

        if (callers.Role is { } least)
        {
            words.AddRange(Enum.GetValues<Role>().Where(role => role >= least).Select(role => role.ToString().ToLowerInvariant()));
        }

        if (!callers.WithWriteKey && !callers.InPerson)
        {
            words.Add("local owner");
        }

        return words;
    }
}
