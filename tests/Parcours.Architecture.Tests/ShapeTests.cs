using System.Runtime.CompilerServices;

namespace Parcours.Architecture;

/// <summary>Types are sealed or static, unless others inherit from them.</summary>
public sealed class ShapeTests
{
    private static readonly Type[] _types =
    [
        .. Product.Assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsClass && !IsGenerated(type) && !IsComponent(type) && !typeof(Delegate).IsAssignableFrom(type)),
    ];

    [Fact]
    public void Class_without_heirs_is_sealed() =>
        Assert.Empty(_types.Where(type => !type.IsSealed && !Array.Exists(_types, heir => IsHeir(heir, type))));

    [Fact]
    public void Abstract_class_has_two_heirs_or_more() =>
        Assert.Empty(_types.Where(type => type.IsAbstract && !type.IsSealed && _types.Count(heir => IsHeir(heir, type)) < 2));

    // What Razor makes of a page cannot be sealed.
    private static bool IsComponent(Type type) => type.GetInterface("Microsoft.AspNetCore.Components.IComponent") is not null || type.Name == "_Imports";

    private static bool IsHeir(Type type, Type ancestor)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at == ancestor || (at.IsGenericType && at.GetGenericTypeDefinition() == ancestor))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsGenerated(Type type) =>
        type.Name.Contains('<')
        || type.FullName == "Program" // what the compiler makes of top-level statements
        || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
        || (type.DeclaringType is { } outer && IsGenerated(outer));
}
