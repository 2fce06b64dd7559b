<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <renderer-v2 type="categorizedSymbol" attr="status" forceraster="0" symbollevels="0" enableorderby="0">
    <categories>
      <category value="actual" symbol="0" label="happened or under way" render="true"/>
      <category value="planned" symbol="1" label="planned, announced or expected" render="true"/>
      <category value="possible" symbol="2" label="possible, not decided" render="true"/>
      <category value="denied" symbol="3" label="denied or ruled out" render="true"/>
      <category value="past" symbol="4" label="past, no longer so" render="true"/>
    </categories>
    <symbols>
      <symbol type="line" name="0" alpha="1" clip_to_extent="1">
        <layer class="SimpleLine" enabled="1" pass="0" locked="0">
          <prop k="line_color" v="35,88,140,255"/>
          <prop k="line_style" v="solid"/>
          <prop k="line_width" v="0.7"/>
          <prop k="line_width_unit" v="MM"/>
          <prop k="capstyle" v="flat"/>
          <prop k="joinstyle" v="round"/>
        </layer>
        <layer class="MarkerLine" enabled="1" pass="0" locked="0">
          <prop k="placement" v="lastvertex"/>
          <prop k="rotate" v="1"/>
          <prop k="offset" v="0"/>
          <prop k="interval" v="3"/>
          <symbol type="marker" name="@0@1" alpha="1" clip_to_extent="1">
            <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
              <prop k="name" v="filled_arrowhead"/>
              <prop k="color" v="35,88,140,255"/>
              <prop k="outline_color" v="35,88,140,255"/>
              <prop k="outline_style" v="solid"/>
              <prop k="outline_width" v="0"/>
              <prop k="size" v="3.5"/>
              <prop k="size_unit" v="MM"/>
              <prop k="angle" v="0"/>
              <prop k="offset" v="0,0"/>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="line" name="1" alpha="1" clip_to_extent="1">
        <layer class="SimpleLine" enabled="1" pass="0" locked="0">
          <prop k="line_color" v="35,88,140,255"/>
          <prop k="line_style" v="dash"/>
          <prop k="line_width" v="0.7"/>
          <prop k="line_width_unit" v="MM"/>
          <prop k="capstyle" v="flat"/>
          <prop k="joinstyle" v="round"/>
        </layer>
        <layer class="MarkerLine" enabled="1" pass="0" locked="0">
          <prop k="placement" v="lastvertex"/>
          <prop k="rotate" v="1"/>
          <prop k="offset" v="0"/>
          <prop k="interval" v="3"/>
          <symbol type="marker" name="@1@1" alpha="1" clip_to_extent="1">
            <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
              <prop k="name" v="filled_arrowhead"/>
              <prop k="color" v="35,88,140,255"/>
              <prop k="outline_color" v="35,88,140,255"/>
              <prop k="outline_style" v="solid"/>
              <prop k="outline_width" v="0"/>
              <prop k="size" v="3.5"/>
              <prop k="size_unit" v="MM"/>
              <prop k="angle" v="0"/>
              <prop k="offset" v="0,0"/>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="line" name="2" alpha="1" clip_to_extent="1">
        <layer class="SimpleLine" enabled="1" pass="0" locked="0">
          <prop k="line_color" v="35,88,140,180"/>
          <prop k="line_style" v="dot"/>
          <prop k="line_width" v="0.7"/>
          <prop k="line_width_unit" v="MM"/>
          <prop k="capstyle" v="flat"/>
          <prop k="joinstyle" v="round"/>
        </layer>
        <layer class="MarkerLine" enabled="1" pass="0" locked="0">
          <prop k="placement" v="lastvertex"/>
          <prop k="rotate" v="1"/>
          <prop k="offset" v="0"/>
          <prop k="interval" v="3"/>
          <symbol type="marker" name="@2@1" alpha="1" clip_to_extent="1">
            <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
              <prop k="name" v="filled_arrowhead"/>
              <prop k="color" v="35,88,140,180"/>
              <prop k="outline_color" v="35,88,140,180"/>
              <prop k="outline_style" v="solid"/>
              <prop k="outline_width" v="0"/>
              <prop k="size" v="3.5"/>
              <prop k="size_unit" v="MM"/>
              <prop k="angle" v="0"/>
              <prop k="offset" v="0,0"/>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="line" name="3" alpha="1" clip_to_extent="1">
        <layer class="SimpleLine" enabled="1" pass="0" locked="0">
          <prop k="line_color" v="176,0,32,255"/>
          <prop k="line_style" v="solid"/>
          <prop k="line_width" v="0.7"/>
          <prop k="line_width_unit" v="MM"/>
          <prop k="capstyle" v="flat"/>
          <prop k="joinstyle" v="round"/>
        </layer>
        <layer class="MarkerLine" enabled="1" pass="0" locked="0">
          <prop k="placement" v="lastvertex"/>
          <prop k="rotate" v="1"/>
          <prop k="offset" v="0"/>
          <prop k="interval" v="3"/>
          <symbol type="marker" name="@3@1" alpha="1" clip_to_extent="1">
            <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
              <prop k="name" v="filled_arrowhead"/>
              <prop k="color" v="176,0,32,255"/>
              <prop k="outline_color" v="176,0,32,255"/>
              <prop k="outline_style" v="solid"/>
              <prop k="outline_width" v="0"/>
              <prop k="size" v="3.5"/>
              <prop k="size_unit" v="MM"/>
              <prop k="angle" v="0"/>
              <prop k="offset" v="0,0"/>
            </layer>
          </symbol>
        </layer>
      </symbol>
      <symbol type="line" name="4" alpha="1" clip_to_extent="1">
        <layer class="SimpleLine" enabled="1" pass="0" locked="0">
          <prop k="line_color" v="106,106,106,255"/>
          <prop k="line_style" v="solid"/>
          <prop k="line_width" v="0.7"/>
          <prop k="line_width_unit" v="MM"/>
          <prop k="capstyle" v="flat"/>
          <prop k="joinstyle" v="round"/>
        </layer>
        <layer class="MarkerLine" enabled="1" pass="0" locked="0">
          <prop k="placement" v="lastvertex"/>
          <prop k="rotate" v="1"/>
          <prop k="offset" v="0"/>
          <prop k="interval" v="3"/>
          <symbol type="marker" name="@4@1" alpha="1" clip_to_extent="1">
            <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
              <prop k="name" v="filled_arrowhead"/>
              <prop k="color" v="106,106,106,255"/>
              <prop k="outline_color" v="106,106,106,255"/>
              <prop k="outline_style" v="solid"/>
              <prop k="outline_width" v="0"/>
              <prop k="size" v="3.5"/>
              <prop k="size_unit" v="MM"/>
              <prop k="angle" v="0"/>
              <prop k="offset" v="0,0"/>
            </layer>
          </symbol>
        </layer>
      </symbol>
    </symbols>
    <rotation/>
    <sizescale/>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fieldName="concat(number, ' ', force)" isExpression="1" fontFamily="Sans Serif" fontSize="9" fontSizeUnit="Point" textColor="29,27,23,255" textOpacity="1">
        <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1"/>
      </text-style>
      <placement placement="3" dist="1.5" distUnits="MM"/>
      <rendering obstacle="1" displayAll="0" drawLabels="1"/>
    </settings>
  </labeling>
</qgis>
