// Package yaml: signatures and effects of sigs.k8s.io/yaml.
package yaml

import "encoding/json"

func DisallowUnknownFields(d *json.Decoder) *json.Decoder

func JSONToYAML(j []byte) ([]byte, error)

func Marshal(obj interface{}) ([]byte, error)

func Unmarshal(yamlBytes []byte, obj interface{}, opts ...JSONOpt) error

func UnmarshalStrict(yamlBytes []byte, obj interface{}, opts ...JSONOpt) error

func YAMLToJSON(y []byte) ([]byte, error)

func YAMLToJSONStrict(y []byte) ([]byte, error)

type JSONOpt func(*json.Decoder) *json.Decoder
