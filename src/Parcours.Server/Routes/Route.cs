using Parcours.Engine.Access;

namespace Parcours.Server.Routes;

/// <summary>One endpoint: what is called, and who may.</summary>
/// <param name="Method">As <c>GET</c>.</param>
/// <param name="Pattern">As <c>/api/keys/{id}</c>.</param>
/// <param name="Callers">Who may call it.</param>
internal sealed record Route(string Method, string Pattern, Callers Callers);
