using Parcours.Domain.Histories;

namespace Parcours.Domain.Expressions;

internal sealed partial class Compiler
{
    /// <summary>The names of the kinds that the present <c>where</c> is about.</summary>
    private string[] _whereKinds = [];

    /// <summary>A declared property of the fact a <c>where</c> looks at.</summary>
    private Typed Property(NameNode node)
    {
        FactProperties properties = _scope.Histories.Properties;
        DeclaredProperty? declared = properties.Declared.FirstOrDefault(property => property.Name == node.Name && _whereKinds.Contains(property.Kind));
        if (declared is null)
        {
            throw Undeclared(node, properties);
        }

        PropertyColumn column = properties[node.Name];
        return declared.IsNumber
            ? new NumberValue(() => column.NumberOf(column.TermOf(_fold.Segment.FactIds[_place])))
            : new TextValue(
                () => column.TermOf(_fold.Segment.FactIds[_place]),
                (text, _) => text.Length == 0 ? 0 : column.TryFind(text, out int term) ? term : -2,
                column.TextOf);
    }

    private ExpressionException Undeclared(NameNode node, FactProperties properties)
    {
        string kind = _whereKinds[0];
        IEnumerable<string> line = properties.Declared.Where(property => property.Kind == kind)
            .Select(property => property.IsNumber ? $"{{ name: {property.Name}, type: number }}" : property.Name).Append(node.Name);
        IEnumerable<string> near = properties.Declared.Where(property => _whereKinds.Contains(property.Kind)).Select(property => property.Name).Concat(Words.FactFields);
        return Error(
            node, $"\"{node.Name}\" is not declared: write under properties: in properties.yaml: {kind}: [{string.Join(", ", line)}]",
            string.Join(", ", Words.FactFields) + " or a declared property", Spelling.Nearest(node.Name, near));
    }
}
