using System.Runtime.CompilerServices;

namespace Parcours.Architecture;

/// <summary>Types are sealed or static; an abstract one has heirs.</summary>
public sealed class ShapeTests
{
    private static readonly Type[] _types =
    [
        .. Product.Assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsClass && !IsGenerated(type) && !typeof(Delegate).IsAssignableFrom(type)),
    ];

    [Fact]
    public void Class_is_sealed_static_or_abstract() => Assert.Empty(_types.Where(type => !type.IsSealed && !type.IsAbstract));

    private static bool IsGenerated(Type type) =>
        type.Name.Contains('<')
        || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
        || (type.DeclaringType is { } outer && IsGenerated(outer));
}
