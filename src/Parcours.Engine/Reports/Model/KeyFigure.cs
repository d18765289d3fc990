using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Reports.Model;

/// <summary>One of the numbers at the top of the report.</summary>
internal sealed record KeyFigure(LocalText Label, FigureUnit Unit, Twin Figure);
